package dev.callbook.relationship;

import dev.callbook.organization.OrganizationHeader;
import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of relationships, `templates/relationship`. The build checks each against its
/// parameters.
@CheckedTemplate(basePath = "relationship", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class RelationshipTemplates {
  private RelationshipTemplates() {}

  static native TemplateInstance ofOrganization(
      PageShell shell, OrganizationHeader header, RelationshipsView view);
}
