package dev.callbook.identity;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of merges, `templates/identity`. The build checks each against its parameters.
@CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class MergeTemplates {
  private MergeTemplates() {}

  static native TemplateInstance merge(PageShell shell, MergeView view);

  static native TemplateInstance recreate(PageShell shell, RecreationView view);

  static native TemplateInstance result(MergeView.Result result);
}
