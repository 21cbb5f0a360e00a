package dev.callbook.home;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of home, `templates/home`. The build checks each against its parameters.
@CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class HomeTemplates {
  private HomeTemplates() {}

  static native TemplateInstance home(PageShell shell, HomeView view);

  static native TemplateInstance caller(PageShell shell, StrangerView view);
}
