package dev.callbook.contact;

import dev.callbook.change.HistoryView;
import dev.callbook.organization.OrganizationHeader;
import dev.callbook.web.PageShell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages of contacts, `templates/contact`. The build checks each against its parameters.
@CheckedTemplate(basePath = "contact", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ContactTemplates {
  private ContactTemplates() {}

  /// The search box takes its rows, filters and count out of this whole page, so one answer serves
  /// both.
  static native TemplateInstance list(PageShell shell, ContactListView view);

  static native TemplateInstance show(PageShell shell, ContactView view);

  static native TemplateInstance edit(PageShell shell, ContactForm form);

  static native TemplateInstance history(
      PageShell shell, ContactHeader header, HistoryView history);

  /// The line below a number, on its own.
  static native TemplateInstance numberCheck(ContactForm.NumberCheck check);

  static native TemplateInstance ofOrganization(
      PageShell shell, OrganizationHeader header, OrganizationContactsView view);

  /// The panel of an organization's profile.
  static native TemplateInstance ofOrganization$panel(OrganizationContactsView view);
}
