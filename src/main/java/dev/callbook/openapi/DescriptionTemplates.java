package dev.callbook.openapi;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The page of the API's description, `templates/openapi`.
@CheckedTemplate(basePath = "openapi", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class DescriptionTemplates {
  private DescriptionTemplates() {}

  static native TemplateInstance show(DescriptionView view);
}
