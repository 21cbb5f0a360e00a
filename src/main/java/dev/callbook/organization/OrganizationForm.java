package dev.callbook.organization;

import dev.callbook.change.Conflict;
import dev.callbook.customfield.CustomFieldForm;
import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form that makes or changes an organization: `GET /organizations/new` posts to
/// `/organizations`, `GET /organizations/{id}/edit` posts to `/organizations/{id}`.
///
/// A field posts under the name of its component here and has it as its `id`, which is also its key
/// in `errors`. `websites` and `tags` are one a line.
///
/// @param id the organization's id; null for a new one
/// @param version the version the form was made from; 0 for a new one
/// @param phoneNumber the main number
/// @param custom the custom fields; a button posts `do=schema` to see those of another schema
/// @param divisions where it may be created; empty when it exists, for it stays
/// @param divisionName the division of an existing organization
/// @param edited whether the form holds something that is not saved: it came back
/// @param conflict what someone else saved meanwhile, beside what was typed; null for nothing
record OrganizationForm(
    @Nullable String id,
    int version,
    String name,
    String industry,
    String employeeCount,
    String phoneNumber,
    String faxNumber,
    String websites,
    String tags,
    String address1,
    String address2,
    String postalCode,
    String city,
    String state,
    List<Choice> countries,
    String externalSystemUrl,
    CustomFieldForm custom,
    List<Choice> divisions,
    String divisionName,
    boolean edited,
    FormErrors errors,
    @Nullable Conflict conflict) {

  public boolean isNew() {
    return id == null;
  }

  /// Where the form posts to, and where cancelling leads.
  public String action() {
    return id == null ? "/organizations" : "/organizations/" + id;
  }
}
