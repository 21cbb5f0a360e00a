package dev.callbook.identity.duplicate;

import dev.callbook.contact.ContactHeader;
import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of duplicates, `templates/duplicate`. The build checks each against its parameters.
@CheckedTemplate(basePath = "duplicate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class DuplicateTemplates {
  private DuplicateTemplates() {}

  static native TemplateInstance list(PageShell shell, DuplicatesView view);

  static native TemplateInstance ofContact(
      PageShell shell, ContactHeader header, DuplicatesView view);
}
