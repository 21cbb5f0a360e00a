package dev.callbook.people;

import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of users, roles, divisions and clients, and what a client asks a user,
/// `templates/people`. The build checks each against its parameters.
@CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class PeopleTemplates {
  private PeopleTemplates() {}

  static native TemplateInstance users(PageShell shell, UsersView view);

  static native TemplateInstance user(PageShell shell, UserView view);

  static native TemplateInstance roles(PageShell shell, RolesView view);

  static native TemplateInstance role(PageShell shell, RoleView view);

  static native TemplateInstance divisions(PageShell shell, DivisionsView view);

  static native TemplateInstance division(PageShell shell, DivisionView view);

  static native TemplateInstance client(PageShell shell, ClientView view);

  static native TemplateInstance password(PasswordView view);

  static native TemplateInstance ownPassword(String name, String email, FormErrors errors);

  static native TemplateInstance consent(ConsentView view);

  static native TemplateInstance clients(PageShell shell, ClientsView view);
}
