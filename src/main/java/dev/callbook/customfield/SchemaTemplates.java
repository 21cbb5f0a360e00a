package dev.callbook.customfield;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/// The pages of custom fields, `templates/customfield`. The build checks each against its
/// parameters.
@CheckedTemplate(basePath = "customfield", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class SchemaTemplates {
  private SchemaTemplates() {}

  static native TemplateInstance editor(PageShell shell, EditorView view);

  static native TemplateInstance beside(EditorView.Beside beside);

  static native TemplateInstance effects(List<EditorView.Effect> effects);

  static native TemplateInstance use(List<EditorView.Use> uses);

  static native TemplateInstance versions(PageShell shell, EditorView.Versions view);
}
