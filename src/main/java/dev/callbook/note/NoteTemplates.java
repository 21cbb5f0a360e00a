package dev.callbook.note;

import dev.callbook.contact.ContactHeader;
import dev.callbook.organization.OrganizationHeader;
import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of notes, `templates/note`. The build checks each against its parameters.
@CheckedTemplate(basePath = "note", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class NoteTemplates {
  private NoteTemplates() {}

  static native TemplateInstance ofContact(PageShell shell, ContactHeader header, NotesView view);

  static native TemplateInstance ofOrganization(
      PageShell shell, OrganizationHeader header, NotesView view);

  /// The panel of a record's profile, with its newest notes.
  static native TemplateInstance latest(NotesView view);
}
