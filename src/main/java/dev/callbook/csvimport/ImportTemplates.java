package dev.callbook.csvimport;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of imports, `templates/csvimport`. The build checks each against its parameters.
@CheckedTemplate(basePath = "csvimport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ImportTemplates {
  private ImportTemplates() {}

  static native TemplateInstance list(PageShell shell, ImportListView view);

  static native TemplateInstance setup(PageShell shell, ImportSetupView view);

  static native TemplateInstance show(PageShell shell, ImportView view);

  /// What the page of a dry run asks for when it is there.
  static native TemplateInstance sample(ImportSampleView view);

  /// What a page that shows work asks for every second.
  static native TemplateInstance progress(ImportView view);
}
