package dev.callbook.demo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// What the demo adds to the workspace.
@CheckedTemplate(basePath = "demo", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class DemoTemplates {
  private DemoTemplates() {}

  /// @param trickles whether calls come in by themselves
  static native TemplateInstance controls(boolean trickles);
}
