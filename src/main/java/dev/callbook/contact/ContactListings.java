package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Scope;
import dev.callbook.directory.Sort;
import dev.callbook.phone.Region;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Parse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The wire's lists of contacts: of all, or of one organization's people; with a search or without.
@ApplicationScoped
public class ContactListings {
  /// How many matches are put in an order.
  private static final int SEARCHED = 200;

  /// What the wire calls the orders.
  public static final Map<String, ContactQuery.Sort> SORTS =
      Map.of(
          "lastName", ContactQuery.Sort.LAST_NAME,
          "firstName", ContactQuery.Sort.FIRST_NAME,
          "middleName", ContactQuery.Sort.MIDDLE_NAME,
          "title", ContactQuery.Sort.TITLE);

  /// A list as the wire asks for it. @param q what to search for; absent or blank for everything
  public record Request(
      String path,
      Optional<UUID> organization,
      @Nullable String q,
      PageRequest page,
      Optional<Sort<ContactQuery.Sort>> sort,
      Set<String> expand,
      List<String> divisionIds) {}

  private final Contacts contacts;
  private final ContactSearch search;
  private final ContactWriter writer;
  private final Caller caller;

  ContactListings(Contacts contacts, ContactSearch search, ContactWriter writer, Caller caller) {
    this.contacts = contacts;
    this.search = search;
    this.writer = writer;
    this.caller = caller;
  }

  public Listing<ContactJson> list(Scope scope, Request request) {
    ContactPage found =
        Parse.isAbsent(request.q()) ? listed(scope, request) : searched(scope, request);
    Link link =
        Link.to(request.path())
            .with("q", request.q())
            .with("sortOrder", request.sort().map(Sort::text).orElse(null))
            .with("expand", String.join(",", request.expand()))
            .with("divisionIds", String.join(",", request.divisionIds()));
    return Listing.of(
        writer.write(scope, found.contacts(), request.expand()),
        request.page(),
        found.counted(),
        link);
  }

  private ContactPage listed(Scope scope, Request request) {
    return contacts.list(
        scope,
        new ContactQuery(
            request.organization(),
            request.sort().map(Sort::by).orElse(ContactQuery.Sort.LAST_NAME),
            request.sort().map(Sort::descending).orElse(false),
            Optional.empty(),
            request.page().offset(),
            request.page().size()));
  }

  /// The best matches first, or, where an order is asked for, the best [#SEARCHED] of them in that
  /// order.
  private ContactPage searched(Scope scope, Request request) {
    int deep = request.page().offset() + request.page().size() + 1;
    boolean sorts = request.sort().isPresent();
    List<ContactId> hits =
        hits(scope, request, sorts ? Math.max(deep, SEARCHED) : deep).stream()
            .map(SearchHit::contact)
            .toList();
    List<Contact> found =
        contacts.find(scope, sorts ? hits : page(hits, request)).values().stream()
            .sorted(order(request))
            .toList();
    return new ContactPage(sorts ? page(found, request) : found, hits.size(), hits.size() >= deep);
  }

  private List<SearchHit> hits(Scope scope, Request request, int maxRows) {
    String q = String.valueOf(request.q());
    Region home = Region.find(caller.access().region()).orElseThrow();
    return request
        .organization()
        .map(id -> search.searchWithin(scope, id, q, home, maxRows))
        .orElseGet(() -> search.search(scope, q, home, maxRows))
        .hits();
  }

  private static <T> List<T> page(List<T> all, Request request) {
    int from = Math.min(request.page().offset(), all.size());
    return all.subList(from, Math.min(from + request.page().size(), all.size()));
  }

  private static Comparator<Contact> order(Request request) {
    return order(request.sort().stream().toList());
  }

  /// The first of several counts most; none leaves an order as it is.
  static Comparator<Contact> order(List<Sort<ContactQuery.Sort>> sorts) {
    Comparator<Contact> none = (_, _) -> 0;
    return sorts.stream()
        .map(ContactListings::order)
        .reduce(Comparator::thenComparing)
        .orElse(none);
  }

  private static Comparator<Contact> order(Sort<ContactQuery.Sort> sort) {
    Function<Contact, String> key =
        switch (sort.by()) {
          case LAST_NAME -> contact -> ContactRows.searchWords(contact.details()).surnameKey();
          case FIRST_NAME -> contact -> ContactRows.searchWords(contact.details()).nameKey();
          case MIDDLE_NAME ->
              contact -> Objects.requireNonNullElse(contact.details().middleName(), "");
          case TITLE -> contact -> Objects.requireNonNullElse(contact.details().title(), "");
        };
    Comparator<Contact> order = Comparator.comparing(key);
    return sort.descending() ? order.reversed() : order;
  }
}
