package dev.callbook.interaction;

import dev.callbook.contact.ContactHeader;
import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of interactions, `templates/interaction`. The build checks each against its
/// parameters.
@CheckedTemplate(basePath = "interaction", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class InteractionTemplates {
  private InteractionTemplates() {}

  static native TemplateInstance ofContact(
      PageShell shell, ContactHeader header, InteractionsView view);

  /// The panel of a contact's profile, with the newest of them.
  static native TemplateInstance latest(InteractionsView view);
}
