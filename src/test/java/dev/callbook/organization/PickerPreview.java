package dev.callbook.organization;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// A page with nothing but the field that picks an organization.
@CheckedTemplate(basePath = "preview/picker")
final class PickerPreview {
  private PickerPreview() {}

  static native TemplateInstance page(PageShell shell);
}
