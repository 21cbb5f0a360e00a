package dev.callbook.organization;

import dev.callbook.web.Choice;
import dev.callbook.web.Choices;
import dev.callbook.web.FilterChip;
import dev.callbook.web.FilterMenu;
import dev.callbook.web.ListOrder;
import dev.callbook.web.Pager;
import dev.callbook.web.Sent;
import dev.callbook.web.Why;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The list of external organizations, `GET /organizations`: query `q`, the filters of
/// [OrganizationListFilter], `sort`, and the pager's own keys.
///
/// @param query what was typed in the search box; empty if nothing was
/// @param divisions the filter by division; it has a place of its own as the first of them
/// @param menus the other filters
/// @param chips the filters by custom fields that are set
/// @param filter what the list is limited to, values by name
/// @param withoutFilters this list without any of them
/// @param cutShort whether the filters looked at the first matches of the search only
/// @param columns what is shown beside the name
/// @param arranging whether the columns are being chosen
/// @param choices what could be shown
/// @param address this page's own address, for who comes back to it
/// @param exportPath where these organizations are exported; null for who may not
/// @param rows the organizations of this page
/// @param pager the way to the neighbouring pages
/// @param may what the person may do here
record OrganizationListView(
    String query,
    Choices divisions,
    List<FilterMenu> menus,
    List<FilterChip> chips,
    Map<String, List<String>> filter,
    String withoutFilters,
    boolean cutShort,
    ListOrder sort,
    List<Column> columns,
    boolean arranging,
    List<Choice> choices,
    String address,
    @Nullable String exportPath,
    List<Row> rows,
    Pager pager,
    May may) {

  /// Whether any filter is set.
  public boolean filtered() {
    return !filter.isEmpty();
  }

  /// The filter value by value.
  public List<Sent> said() {
    return Sent.all(filter);
  }

  /// How many all of them are, in words; empty where the list does not stand for all that it finds.
  public String allOfThem() {
    return query.isEmpty() && !rows.isEmpty() ? pager.summary() : "";
  }

  /// Whether the person may see organizations at all and there are none.
  public boolean noneYet() {
    return rows.isEmpty() && query.isEmpty() && !filtered() && pager.previous() == null;
  }

  /// @param key what forms call it
  record Column(OrganizationColumn kind, String key, String title) {}

  /// What the person may do from the list.
  record May(
      boolean addContact,
      boolean addOrganization,
      boolean importFile,
      boolean delete,
      boolean export) {
    /// Whether organizations can be selected at all.
    public boolean select() {
      return delete || export;
    }
  }

  /// One organization. A text is empty where there is nothing to say.
  ///
  /// @param id its id; the page is `/organizations/{id}`
  /// @param why why the search found it; null if nobody searched
  /// @param phone the main number
  /// @param website the first of them
  /// @param employees how many, as people write it
  /// @param place city and country
  /// @param externalIds what other systems call it, with the systems' names
  /// @param division its name
  /// @param custom what it holds of the custom fields that are shown, by their columns' keys
  record Row(
      String id,
      String name,
      @Nullable Why why,
      String phone,
      String website,
      String industry,
      String employees,
      String place,
      List<String> tags,
      List<String> externalIds,
      String division,
      Instant changed,
      Instant created,
      Map<String, String> custom) {
    /// What it holds of a custom field.
    public String held(String key) {
      return Objects.requireNonNullElse(custom.get(key), "");
    }
  }
}
