package dev.callbook.workspace;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/// The agent's screen and its live parts.
@CheckedTemplate(basePath = "workspace", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class WorkspaceTemplates {
  private WorkspaceTemplates() {}

  /// The whole page. @param demo whether the demo's controls belong to it
  static native TemplateInstance workspace(
      PageShell shell, CallsView calls, List<PanelView> panels, boolean demo);

  /// What a tab is sent: the list, and the panels that changed.
  static native TemplateInstance update(CallsView calls, List<PanelView> panels);

  /// Whom a search in `call` found.
  static native TemplateInstance found(
      java.util.UUID call, String searched, List<ChoiceView> choices, boolean keepsNumber);

  /// The form that creates a contact, as it came back.
  static native TemplateInstance create(CreateView form);
}
