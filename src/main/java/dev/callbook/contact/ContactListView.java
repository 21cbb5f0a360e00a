package dev.callbook.contact;

import dev.callbook.web.Choice;
import dev.callbook.web.Link;
import dev.callbook.web.Pager;
import dev.callbook.web.Why;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of external contacts, `GET /contacts`: query `q`, filters `division` (repeated) and
/// `organization`, `sort`, and the pager's own keys.
///
/// @param query what was typed in the search box; empty if nothing was
/// @param divisions the divisions the person may see, chosen if the list is limited to them
/// @param organization the organization the list is limited to, as id and name; null if it is not
/// @param withoutDivisions this list without the filter by division
/// @param withoutOrganization this list without the filter by organization
/// @param sort the order of names; null while searching, when the best match comes first
/// @param rows the contacts of this page
/// @param pager the way to the neighbouring pages
/// @param may what the person may do here
record ContactListView(
    String query,
    List<Choice> divisions,
    @Nullable Choice organization,
    String withoutDivisions,
    String withoutOrganization,
    @Nullable Sort sort,
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

  public boolean filtered() {
    return byDivision() || organization != null;
  }

  /// Whether the person may see contacts at all and there are none.
  public boolean nobodyYet() {
    return rows.isEmpty() && query.isEmpty() && !filtered() && pager.previous() == null;
  }

  /// The order by name.
  ///
  /// @param path this list the other way round
  /// @param direction `ascending` or `descending`, as `aria-sort` says it
  record Sort(String path, String direction) {}

  /// What the person may do from the list.
  record May(boolean addContact, boolean addOrganization, boolean importFile) {}

  /// One contact.
  ///
  /// @param id the contact's id; the page is `/contacts/{id}`
  /// @param name as shown, first name first
  /// @param why why the search found it; null if nobody searched
  /// @param organization where the person works; null if nowhere
  /// @param phones the first two numbers
  /// @param morePhones how many numbers are not shown
  /// @param division its name
  /// @param changed when it was last changed
  record Row(
      String id,
      String name,
      @Nullable Why why,
      @Nullable Link organization,
      List<RowPhone> phones,
      int morePhones,
      String division,
      Instant changed) {}

  /// @param number in international form, with the extension
  record RowPhone(String number, boolean sms) {}
}
