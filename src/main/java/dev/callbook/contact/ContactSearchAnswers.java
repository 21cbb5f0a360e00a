package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactSearchJson.SimpleJson;
import dev.callbook.directory.Sort;
import dev.callbook.phone.Region;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Answers searches that come as a body: by words, by ids, by both.
@ApplicationScoped
class ContactSearchAnswers {
  static final String PATH = ContactJson.PATH + "/search";

  private static final String SIMPLE = "operation.simpleSearch.";
  private static final int MAX_IDS = 100;
  private static final int MAX_DIVISIONS = 50;
  private static final int MAX_SORTS = 4;

  private final Contacts contacts;
  private final ContactListings listings;
  private final ContactSearch search;
  private final ContactWriter writer;
  private final Caller caller;

  ContactSearchAnswers(
      Contacts contacts,
      ContactListings listings,
      ContactSearch search,
      ContactWriter writer,
      Caller caller) {
    this.contacts = contacts;
    this.listings = listings;
    this.search = search;
    this.writer = writer;
    this.caller = caller;
  }

  /// @throws Invalid naming the field that is malformed
  Listing<ContactJson> of(Scope scope, ContactSearchJson sent) {
    SimpleJson simple = sent.simple();
    PageRequest page = PageRequest.of(text(sent.pageSize()), text(sent.pageNumber()));
    Set<String> expand = Parse.expand(texts("expand", sent.expand(), 10), ContactWriter.EXPAND);
    List<String> divisions = texts("divisionIds", sent.divisionIds(), MAX_DIVISIONS);
    List<Sort<ContactQuery.Sort>> sorts = sorts(simple);
    List<ContactId> ids = ids(simple);
    Scope within = scope.within("divisionIds", divisions);
    boolean isSearch = !Parse.isAbsent(simple.query());
    if (sorts.size() <= 1 && ids.isEmpty()) {
      return listings.list(
          within,
          new ContactListings.Request(
              PATH,
              Optional.empty(),
              simple.query(),
              page,
              sorts.stream().findFirst(),
              expand,
              divisions));
    }
    if (!isSearch && ids.isEmpty()) {
      throw new Invalid(
          SIMPLE + "sortOrder",
          "too.many",
          "The whole list has one order at a time; with query or ids there may be several.");
    }
    List<Contact> found = found(within, simple, ids);
    List<Contact> ordered = found.stream().sorted(ContactListings.order(sorts)).toList();
    List<Contact> shown = ordered.stream().skip(page.offset()).limit(page.size()).toList();
    return Listing.of(writer.write(within, shown, expand), page, found.size(), Link.to(PATH));
  }

  /// Those with these ids that match the words too, if there are words: the best matches first.
  private List<Contact> found(Scope scope, SimpleJson simple, List<ContactId> ids) {
    if (Parse.isAbsent(simple.query())) {
      return List.copyOf(contacts.find(scope, ids).values());
    }
    Set<ContactId> wanted = new HashSet<>(ids);
    List<ContactId> hits =
        search
            .search(scope, String.valueOf(simple.query()), home(), PageRequest.WINDOW)
            .hits()
            .stream()
            .map(SearchHit::contact)
            .filter(hit -> wanted.isEmpty() || wanted.contains(hit))
            .toList();
    return List.copyOf(contacts.find(scope, hits).values());
  }

  private Region home() {
    return Region.find(caller.access().region()).orElseThrow();
  }

  private static List<Sort<ContactQuery.Sort>> sorts(SimpleJson simple) {
    return texts(SIMPLE + "sortOrder", simple.sortOrder(), MAX_SORTS).stream()
        .flatMap(sort -> Sort.parse(sort, ContactListings.SORTS).stream())
        .toList();
  }

  private static List<ContactId> ids(SimpleJson simple) {
    String field = SIMPLE + "ids";
    List<String> sent = texts(field, simple.ids(), MAX_IDS);
    return IntStream.range(0, sent.size())
        .mapToObj(i -> ContactId.parse(field + "[" + i + "]", sent.get(i).strip()))
        .distinct()
        .toList();
  }

  private static List<String> texts(String field, @Nullable List<@Nullable String> sent, int most) {
    if (sent == null) {
      return List.of();
    }
    if (sent.size() > most) {
      throw new Invalid(field, "too.many", field + " may hold " + most + " items at most.");
    }
    if (sent.stream().anyMatch(Objects::isNull)) {
      throw new Invalid(field, "invalid.value", field + " must not hold null.");
    }
    return sent.stream().map(String::valueOf).toList();
  }

  private static @Nullable String text(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }
}
