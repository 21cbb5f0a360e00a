package dev.callbook.contact;

import dev.callbook.web.Pager;
import java.util.List;

/// The contacts of one organization: the page `GET /organizations/{id}/contacts`, and the first of
/// them in a panel of the organization's profile.
///
/// @param organizationId the organization's id
/// @param mayAdd whether the person may add a contact to it
record OrganizationContactsView(
    String organizationId, List<Row> rows, Pager pager, boolean mayAdd) {

  /// @param title what the person does; empty if unknown
  /// @param phone the first number; empty if there is none
  /// @param sms whether it accepts SMS
  record Row(String id, String name, String title, String phone, boolean sms) {}
}
