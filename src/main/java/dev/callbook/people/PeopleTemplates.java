package dev.callbook.people;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of users and clients, and what a client asks a user, `templates/people`. The build
/// checks each against its parameters.
@CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class PeopleTemplates {
  private PeopleTemplates() {}

  static native TemplateInstance users(PageShell shell, UsersView view);

  static native TemplateInstance consent(ConsentView view);

  static native TemplateInstance clients(PageShell shell, ClientsView view);
}
