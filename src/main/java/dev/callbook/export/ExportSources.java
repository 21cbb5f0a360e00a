package dev.callbook.export;

import jakarta.enterprise.context.ApplicationScoped;

/// The kinds of records that exports know.
@ApplicationScoped
class ExportSources {
  private final ContactExportWriter contacts;
  private final OrganizationExportWriter organizations;
  private final NoteExportWriter notes;

  ExportSources(
      ContactExportWriter contacts,
      OrganizationExportWriter organizations,
      NoteExportWriter notes) {
    this.contacts = contacts;
    this.organizations = organizations;
    this.notes = notes;
  }

  ExportSource<?, ?, ?> of(ExportKind kind) {
    return switch (kind) {
      case CONTACTS -> contacts.source();
      case ORGANIZATIONS -> organizations.source();
      case NOTES -> notes.source();
    };
  }
}
