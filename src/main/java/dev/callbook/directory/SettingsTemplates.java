package dev.callbook.directory;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The page of the organization's settings, `templates/directory`. The build checks it against its
/// parameters.
@CheckedTemplate(basePath = "directory", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class SettingsTemplates {
  private SettingsTemplates() {}

  static native TemplateInstance settings(PageShell shell, SettingsView view);
}
