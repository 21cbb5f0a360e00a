package dev.callbook.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;

/// Pages that only tests show.
@CheckedTemplate(basePath = "preview")
final class PreviewTemplates {
  private PreviewTemplates() {}

  static native TemplateInstance blocks(
      PageShell shell, List<Tab> tabs, FormErrors errors, Pager pager, Instant now);
}
