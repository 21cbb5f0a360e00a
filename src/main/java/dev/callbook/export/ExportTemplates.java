package dev.callbook.export;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of exports, `templates/export`. The build checks each against its parameters.
@CheckedTemplate(basePath = "export", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ExportTemplates {
  private ExportTemplates() {}

  static native TemplateInstance list(PageShell shell, ExportListView view);

  static native TemplateInstance order(PageShell shell, ExportForm form);

  static native TemplateInstance show(PageShell shell, ExportView view);

  /// What a page that shows work asks for every second.
  static native TemplateInstance progress(ExportView view);
}
