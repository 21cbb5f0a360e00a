package dev.callbook.csvimport;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of undos, `templates/csvimport`. The build checks each against its parameters.
@CheckedTemplate(basePath = "csvimport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class UndoTemplates {
  private UndoTemplates() {}

  /// Before anything is ordered.
  static native TemplateInstance undoAsk(PageShell shell, UndoQuestion view);

  static native TemplateInstance undo(PageShell shell, UndoView view);

  /// What a page that shows work asks for every second.
  static native TemplateInstance undoProgress(UndoView view);
}
