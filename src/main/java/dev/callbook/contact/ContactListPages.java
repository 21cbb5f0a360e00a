package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.ColumnForm;
import dev.callbook.phone.Region;
import dev.callbook.web.Keyset;
import dev.callbook.web.PageShells;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import dev.callbook.web.Why;
import dev.callbook.web.Words;
import dev.callbook.wire.Listing.Link;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The list of contacts: everybody by last name, or whom the search box finds.
@Path("/contacts")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ContactListPages {
  private static final int ROWS = 50;

  /// How many answers of a search the filters look at.
  private static final int SEARCHED = 200;

  private final Contacts contacts;
  private final ContactSearch search;
  private final SearchWhy why;
  private final ContactListViews views;
  private final ContactColumns columns;
  private final PageShells shells;
  private final Caller caller;
  private final Words words;

  ContactListPages(
      Contacts contacts,
      ContactSearch search,
      SearchWhy why,
      ContactListViews views,
      ContactColumns columns,
      PageShells shells,
      Caller caller,
      Words words) {
    this.contacts = contacts;
    this.search = search;
    this.why = why;
    this.views = views;
    this.columns = columns;
    this.shells = shells;
    this.caller = caller;
    this.words = words;
  }

  /// The list as its address asks for it.
  ///
  /// @param arranging whether the columns are being chosen
  record Asked(
      String q,
      ContactListFilter filter,
      boolean descending,
      @Nullable String after,
      boolean arranging) {
    Link address() {
      return filter.on(Link.to("/contacts").with("q", q).with("sort", descending ? "desc" : null));
    }

    /// The same list with another filter, from its beginning.
    Asked with(ContactListFilter other) {
      return new Asked(q, other, descending, null, false);
    }

    /// The same list the other way round, from its beginning.
    Asked otherWay() {
      return new Asked(q, filter, !descending, null, false);
    }
  }

  /// What a list shows.
  ///
  /// @param cutShort whether the filters looked at a part of the search's answers only
  record Found(List<Contact> contacts, Map<ContactId, Why> whys, Pager pager, boolean cutShort) {}

  @GET
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("after") @Nullable String after,
      @QueryParam("columns") @Nullable String arranging,
      @Context UriInfo address) {
    Scope all = caller.scope();
    Asked asked =
        new Asked(
            q == null ? "" : q.strip(),
            ContactListFilter.of(address.getQueryParameters()),
            "desc".equals(sort),
            after,
            "open".equals(arranging));
    Scope scope =
        all.within(ContactListFilter.DIVISION, asked.filter().values(ContactListFilter.DIVISION));
    Found found = asked.q().isEmpty() ? everybody(scope, asked) : searched(scope, asked);
    return ContactTemplates.list(shells.at(Place.CONTACTS), views.of(all, asked, found));
  }

  /// Keeps which columns the person's list shows, and in which order.
  @POST
  @Path("columns")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.CONTACT_VIEW)
  public Response arrange(@BeanParam ColumnForm form) {
    columns.arrange(caller.scope(), form.keys());
    return Response.seeOther(form.next("/contacts")).build();
  }

  private Found everybody(Scope scope, Asked asked) {
    Optional<ContactQuery.Key> after =
        Keyset.parse(asked.after()).map(key -> new ContactQuery.Key(key.sortKey(), key.id()));
    ContactPage page =
        contacts.list(
            scope,
            new ContactQuery(
                asked.filter().organization(),
                asked.filter().conditions(),
                ContactQuery.Sort.LAST_NAME,
                asked.descending(),
                after,
                0,
                ROWS));
    ContactMessages say = words.of(ContactMessages.class);
    String count = page.counted() > 1000 ? say.moreThan(1000) : say.contactsCount(page.counted());
    String next = null;
    if (page.hasMore()) {
      Contact last = page.contacts().getLast();
      next =
          asked
              .address()
              .with(
                  "after",
                  new Keyset(
                          ContactRows.searchWords(last.details()).surnameKey(), last.id().value())
                      .text())
              .text();
    }
    String first = asked.after() == null ? null : asked.address().text();
    return new Found(page.contacts(), Map.of(), new Pager(count, first, next), false);
  }

  private Found searched(Scope scope, Asked asked) {
    Region region = Region.find(caller.access().region()).orElseThrow();
    boolean isFiltered =
        !asked
            .filter()
            .without(ContactListFilter.DIVISION)
            .without(ContactListFilter.ORGANIZATION)
            .isEmpty();
    int deep = isFiltered ? SEARCHED : ROWS;
    SearchResult result =
        asked
            .filter()
            .organization()
            .map(id -> search.searchWithin(scope, id, asked.q(), region, deep))
            .orElseGet(() -> search.search(scope, asked.q(), region, deep));
    List<SearchHit> hits = result.hits();
    if (isFiltered) {
      Set<ContactId> kept =
          contacts.among(
              scope, hits.stream().map(SearchHit::contact).toList(), asked.filter().conditions());
      hits = hits.stream().filter(hit -> kept.contains(hit.contact())).limit(ROWS).toList();
    }
    Map<ContactId, Contact> found =
        contacts.find(scope, hits.stream().map(SearchHit::contact).toList());
    Map<ContactId, Why> whys =
        hits.stream()
            .filter(hit -> found.containsKey(hit.contact()))
            .collect(
                Collectors.toMap(
                    SearchHit::contact,
                    hit -> why.of(hit, name(found, hit), asked.q()),
                    (a, _) -> a));
    ContactMessages say = words.of(ContactMessages.class);
    String count = hits.size() >= ROWS ? say.bestMatches(ROWS) : say.contactsCount(found.size());
    return new Found(
        List.copyOf(found.values()),
        whys,
        new Pager(count, null, null),
        isFiltered && !result.isComplete());
  }

  private static String name(Map<ContactId, Contact> found, SearchHit hit) {
    return ContactHeaders.nameOf(Objects.requireNonNull(found.get(hit.contact())).details());
  }
}
