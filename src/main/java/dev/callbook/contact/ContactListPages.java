package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Division;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactListView.Row;
import dev.callbook.contact.ContactListView.RowPhone;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.phone.Region;
import dev.callbook.web.Choice;
import dev.callbook.web.Keyset;
import dev.callbook.web.PageShells;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import dev.callbook.web.Why;
import dev.callbook.web.Words;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The list of contacts: everybody by last name, or whom the search box finds.
@Path("/contacts")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ContactListPages {
  private static final int ROWS = 50;

  private final Contacts contacts;
  private final ContactSearch search;
  private final SearchWhy why;
  private final Organizations organizations;
  private final PageShells shells;
  private final Caller caller;
  private final Words words;

  ContactListPages(
      Contacts contacts,
      ContactSearch search,
      SearchWhy why,
      Organizations organizations,
      PageShells shells,
      Caller caller,
      Words words) {
    this.contacts = contacts;
    this.search = search;
    this.why = why;
    this.organizations = organizations;
    this.shells = shells;
    this.caller = caller;
    this.words = words;
  }

  /// The list as its address asks for it.
  public record Asked(
      String q,
      List<String> divisions,
      Optional<UUID> organization,
      boolean descending,
      @Nullable String after) {
    Link address() {
      Link link = Link.to("/contacts").with("q", q).with("sort", descending ? "desc" : null);
      for (String division : divisions) {
        link = link.with("division", division);
      }
      return link.with("organization", organization.map(UUID::toString).orElse(null));
    }
  }

  @GET
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("division") @Nullable List<String> divisions,
      @QueryParam("organization") @Nullable String organization,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("after") @Nullable String after) {
    Scope all = caller.scope();
    Asked asked =
        new Asked(
            q == null ? "" : q.strip(),
            Parse.list(divisions),
            Parse.isAbsent(organization)
                ? Optional.empty()
                : Optional.of(Parse.id("organization", String.valueOf(organization))),
            "desc".equals(sort),
            after);
    Scope scope = all.within("division", asked.divisions());
    Found found = asked.q().isEmpty() ? everybody(scope, asked) : searched(scope, asked);
    return ContactTemplates.list(shells.at(Place.CONTACTS), view(all, scope, asked, found));
  }

  private record Found(List<Contact> contacts, Map<ContactId, Why> whys, Pager pager) {}

  private Found everybody(Scope scope, Asked asked) {
    Optional<ContactQuery.Key> after =
        Keyset.parse(asked.after()).map(key -> new ContactQuery.Key(key.sortKey(), key.id()));
    ContactPage page =
        contacts.list(
            scope,
            new ContactQuery(
                asked.organization(),
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
    return new Found(page.contacts(), Map.of(), new Pager(count, first, next));
  }

  private Found searched(Scope scope, Asked asked) {
    Region region = Region.find(caller.access().region()).orElseThrow();
    SearchResult result =
        asked
            .organization()
            .map(id -> search.searchWithin(scope, id, asked.q(), region, ROWS))
            .orElseGet(() -> search.search(scope, asked.q(), region, ROWS));
    Map<ContactId, Contact> found =
        contacts.find(scope, result.hits().stream().map(SearchHit::contact).toList());
    Map<ContactId, Why> whys =
        result.hits().stream()
            .filter(hit -> found.containsKey(hit.contact()))
            .collect(
                Collectors.toMap(
                    SearchHit::contact,
                    hit -> why.of(hit, name(found, hit), asked.q()),
                    (a, _) -> a));
    ContactMessages say = words.of(ContactMessages.class);
    String count =
        result.hits().size() >= ROWS ? say.bestMatches(ROWS) : say.contactsCount(found.size());
    return new Found(List.copyOf(found.values()), whys, new Pager(count, null, null));
  }

  private ContactListView view(Scope all, Scope scope, Asked asked, Found found) {
    Map<UUID, Organization> works = organizationsOf(all, found.contacts());
    List<Row> rows = new ArrayList<>();
    for (Contact contact : found.contacts()) {
      rows.add(row(all, contact, found.whys().get(contact.id()), works));
    }
    boolean isSearch = !asked.q().isEmpty();
    Asked otherWay =
        new Asked(asked.q(), asked.divisions(), asked.organization(), !asked.descending(), null);
    return new ContactListView(
        asked.q(),
        choices(all, asked.divisions()),
        organizationChoice(scope, asked.organization()),
        new Asked(asked.q(), List.of(), asked.organization(), asked.descending(), null)
            .address()
            .text(),
        new Asked(asked.q(), asked.divisions(), Optional.empty(), asked.descending(), null)
            .address()
            .text(),
        isSearch
            ? null
            : new ContactListView.Sort(
                otherWay.address().text(), asked.descending() ? "descending" : "ascending"),
        rows,
        found.pager(),
        new ContactListView.May(
            caller.access().may(Permission.CONTACT_ADD),
            caller.access().may(Permission.ORGANIZATION_ADD),
            caller.access().may(Permission.IMPORT_ADD)));
  }

  private Map<UUID, Organization> organizationsOf(Scope scope, List<Contact> found) {
    List<OrganizationId> ids =
        found.stream()
            .map(contact -> contact.details().organization())
            .filter(Objects::nonNull)
            .distinct()
            .map(OrganizationId::new)
            .toList();
    return organizations.find(scope, ids).entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
  }

  private Row row(Scope scope, Contact contact, @Nullable Why why, Map<UUID, Organization> works) {
    ContactDetails d = contact.details();
    Organization organization = d.organization() == null ? null : works.get(d.organization());
    return new Row(
        contact.id().toString(),
        ContactHeaders.nameOf(d),
        why,
        organization == null ? null : ContactHeaders.link(organization),
        d.phones().stream()
            .limit(2)
            .map(phone -> new RowPhone(phone.number().display(), phone.number().acceptsSms()))
            .toList(),
        Math.max(0, d.phones().size() - 2),
        scope.division(contact.division()).map(words::nameOf).orElse(""),
        contact.modifiedAt());
  }

  private static String name(Map<ContactId, Contact> found, SearchHit hit) {
    return ContactHeaders.nameOf(Objects.requireNonNull(found.get(hit.contact())).details());
  }

  private List<Choice> choices(Scope scope, List<String> chosen) {
    return scope.divisions().stream()
        .map((Division division) ->
            new Choice(
                division.wireId(), words.nameOf(division), chosen.contains(division.wireId())))
        .toList();
  }

  private @Nullable Choice organizationChoice(Scope scope, Optional<UUID> id) {
    return id.flatMap(known ->
            organizations.find(scope, List.of(new OrganizationId(known))).values().stream()
                .findFirst())
        .map(found -> new Choice(found.id().toString(), found.details().name(), true))
        .orElse(null);
  }
}
