package dev.callbook.numberbench;

import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The page of the bench, `templates/numberbench`. The build checks it against its parameters.
@CheckedTemplate(basePath = "numberbench", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class NumberBenchTemplates {
  private NumberBenchTemplates() {}

  static native TemplateInstance bench(PageShell shell, NumberBenchView view);
}
