package dev.callbook.contact;

import dev.callbook.web.Choice;
import dev.callbook.web.Choices;
import dev.callbook.web.FilterChip;
import dev.callbook.web.FilterMenu;
import dev.callbook.web.Link;
import dev.callbook.web.ListOrder;
import dev.callbook.web.Pager;
import dev.callbook.web.Sent;
import dev.callbook.web.Why;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The list of external contacts, `GET /contacts`: query `q`, the filters of [ContactListFilter],
/// `sort`, and the pager's own key.
///
/// @param query what was typed in the search box; empty if nothing was
/// @param divisions the filter by division; it has a place of its own as the first of them
/// @param organization the organization the list is limited to, as id and name; null if it is not
/// @param withoutOrganization this list without the filter by organization
/// @param menus the other filters
/// @param chips the filters by custom fields that are set
/// @param filter what is set, by the names of [ContactListFilter]
/// @param withoutFilters this list without any of them
/// @param cutShort whether the filters looked at the best matches of the search only
/// @param sort the order of names; null while searching, when the best match comes first
/// @param columns what is shown beside the name
/// @param arranging whether the columns are being chosen
/// @param choices what could be shown
/// @param address this page's own address, for who comes back to it
/// @param rows the contacts of this page
/// @param pager the way to the neighbouring pages
/// @param may what the person may do here
record ContactListView(
    String query,
    Choices divisions,
    @Nullable Choice organization,
    String withoutOrganization,
    List<FilterMenu> menus,
    List<FilterChip> chips,
    Map<String, List<String>> filter,
    String withoutFilters,
    boolean cutShort,
    @Nullable ListOrder sort,
    List<Column> columns,
    boolean arranging,
    List<Choice> choices,
    String address,
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

  /// Whether the person may see contacts at all and there are none.
  public boolean nobodyYet() {
    return rows.isEmpty() && query.isEmpty() && !filtered() && pager.previous() == null;
  }

  /// @param key what forms call it
  record Column(ContactColumn kind, String key, String title) {}

  /// What the person may do from the list.
  record May(
      boolean addContact,
      boolean addOrganization,
      boolean importFile,
      boolean edit,
      boolean delete,
      boolean merge,
      boolean export) {
    /// Whether contacts can be selected at all.
    public boolean select() {
      return edit || delete || merge || export;
    }

    /// Whether they can be made anew in another division.
    public boolean recreate() {
      return delete && addContact;
    }
  }

  /// One contact.
  ///
  /// @param id the contact's id; the page is `/contacts/{id}`
  /// @param name as shown, first name first
  /// @param why why the search found it; null if nobody searched
  /// @param organization where the person works; null if nowhere
  /// @param phones the first two numbers
  /// @param morePhones how many numbers are not shown
  /// @param email the first address; empty if there is none
  /// @param division its name
  /// @param type in words
  /// @param title of the job; empty if unknown
  /// @param sources the other systems that know the contact, in words
  /// @param custom what it holds of the custom fields that are shown, by their columns' keys
  record Row(
      String id,
      String name,
      @Nullable Why why,
      @Nullable Link organization,
      List<RowPhone> phones,
      int morePhones,
      String email,
      String division,
      String type,
      String title,
      Instant changed,
      Instant created,
      String sources,
      Map<String, String> custom) {
    /// What it holds of a custom field; empty if nothing.
    public String held(String key) {
      return Objects.requireNonNullElse(custom.get(key), "");
    }
  }

  /// @param number in international form, with the extension
  record RowPhone(String number, boolean sms) {}
}
