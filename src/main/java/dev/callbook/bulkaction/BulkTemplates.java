package dev.callbook.bulkaction;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of actions, `templates/bulkaction`. The build checks each against its parameters.
@CheckedTemplate(basePath = "bulkaction", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class BulkTemplates {
  private BulkTemplates() {}

  static native TemplateInstance list(PageShell shell, BulkListView view);

  static native TemplateInstance show(PageShell shell, BulkView view);

  /// Asks for the division of a [BulkKind#RECREATE].
  static native TemplateInstance division(PageShell shell, DivisionQuestion question);

  /// What a page that shows work asks for every second.
  static native TemplateInstance progress(BulkView view);
}
