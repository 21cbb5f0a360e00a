package dev.callbook.organization;

import dev.callbook.change.HistoryView;
import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pages of organizations, `templates/organization`. The build checks each against its
/// parameters.
@CheckedTemplate(basePath = "organization", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class OrganizationTemplates {
  private OrganizationTemplates() {}

  /// The search box takes its rows, filters and count out of this whole page, so one answer serves
  /// both.
  static native TemplateInstance list(PageShell shell, OrganizationListView view);

  static native TemplateInstance show(PageShell shell, OrganizationView view);

  static native TemplateInstance edit(PageShell shell, OrganizationForm form);

  static native TemplateInstance history(
      PageShell shell, OrganizationHeader header, HistoryView history);

  /// Asks before it is deleted.
  ///
  /// @param people how many contacts lose it
  /// @param changed what someone else changed since the person's page was made; null for nothing
  static native TemplateInstance delete(
      PageShell shell, OrganizationHeader header, long people, @Nullable HistoryView changed);

  /// The options below the field that picks an organization; at most ten.
  static native TemplateInstance pick(List<OrganizationOption> options);
}
