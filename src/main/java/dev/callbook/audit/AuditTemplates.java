package dev.callbook.audit;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The page of the audit log, `templates/audit`. The build checks it against its parameters.
@CheckedTemplate(basePath = "audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class AuditTemplates {
  private AuditTemplates() {}

  static native TemplateInstance list(PageShell shell, AuditView view);
}
