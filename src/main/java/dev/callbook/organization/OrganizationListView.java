package dev.callbook.organization;

import dev.callbook.web.Choice;
import dev.callbook.web.Pager;
import dev.callbook.web.Why;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of external organizations, `GET /organizations`: query `q`, filter `division`
/// (repeated), and the pager's own keys.
///
/// @param query what was typed in the search box; empty if nothing was
/// @param divisions the divisions the person may see, chosen if the list is limited to them
/// @param withoutDivisions this list without the filter by division
/// @param rows the organizations of this page
/// @param pager the way to the neighbouring pages
/// @param may what the person may do here
record OrganizationListView(
    String query,
    List<Choice> divisions,
    String withoutDivisions,
    List<Row> rows,
    Pager pager,
    May may) {

  /// Whether a filter by division is set.
  public boolean byDivision() {
    return divisions.stream().anyMatch(Choice::chosen);
  }

  /// The chosen divisions' names, separated by commas.
  public String chosenDivisions() {
    return String.join(", ", divisions.stream().filter(Choice::chosen).map(Choice::name).toList());
  }

  /// Whether the person may see organizations at all and there are none.
  public boolean noneYet() {
    return rows.isEmpty() && query.isEmpty() && !byDivision() && pager.previous() == null;
  }

  /// What the person may do from the list.
  record May(boolean addContact, boolean addOrganization, boolean importFile) {}

  /// One organization.
  ///
  /// @param id its id; the page is `/organizations/{id}`
  /// @param why why the search found it; null if nobody searched
  /// @param phone the main number; empty if there is none
  /// @param website the first of them; empty if there is none
  /// @param industry empty if unknown
  /// @param division its name
  /// @param changed when it was last changed
  record Row(
      String id,
      String name,
      @Nullable Why why,
      String phone,
      String website,
      String industry,
      String division,
      Instant changed) {}
}
