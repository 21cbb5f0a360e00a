package dev.callbook.export;

import jakarta.enterprise.context.ApplicationScoped;

/// The kinds of records that exports know.
@ApplicationScoped
class ExportSources {
  private final ContactExportWriter contacts;
  private final OrganizationExportWriter organizations;
  private final NoteExportWriter notes;
  private final RelationshipExportWriter relationships;

  ExportSources(
      ContactExportWriter contacts,
      OrganizationExportWriter organizations,
      NoteExportWriter notes,
      RelationshipExportWriter relationships) {
    this.contacts = contacts;
    this.organizations = organizations;
    this.notes = notes;
    this.relationships = relationships;
  }

  ExportSource<?, ?, ?> of(ExportKind kind) {
    return switch (kind) {
      case CONTACTS -> contacts.source();
      case ORGANIZATIONS -> organizations.source();
      case NOTES -> notes.source();
      case RELATIONSHIPS -> relationships.source();
    };
  }
}
