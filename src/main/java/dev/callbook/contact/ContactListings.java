package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.directory.Sort;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wire's lists of contacts: of all, or of one organization's people; with a search or without.
@ApplicationScoped
public class ContactListings {
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
  private final ContactWriter writer;

  ContactListings(Contacts contacts, ContactWriter writer) {
    this.contacts = contacts;
    this.writer = writer;
  }

  public Listing<ContactJson> list(Scope scope, Request request) {
    ContactPage found =
        contacts.list(
            scope,
            new ContactQuery(
                request.organization(),
                request.sort().map(Sort::by).orElse(ContactQuery.Sort.LAST_NAME),
                request.sort().map(Sort::descending).orElse(false),
                Optional.empty(),
                request.page().offset(),
                request.page().size()));
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
}
