package dev.callbook.externalsource;

import dev.callbook.externalsource.ExternalSourceView.Uses;
import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of external sources, `templates/externalsource`. The build checks each against its
/// parameters.
@CheckedTemplate(basePath = "externalsource", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ExternalSourceTemplates {
  private ExternalSourceTemplates() {}

  static native TemplateInstance list(PageShell shell, ExternalSourcesView view);

  static native TemplateInstance show(PageShell shell, ExternalSourceView view);

  static native TemplateInstance uses(Uses uses);
}
