package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.wire.CursorListing;
import dev.callbook.wire.Cursors;
import dev.callbook.wire.Cursors.Walk;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The wire's lists about imports, in the order of ids, by the cursor `after`.
@ApplicationScoped
class ImportListings {
  private final Cursors cursors;

  ImportListings(Cursors cursors) {
    this.cursors = cursors;
  }

  /// A page as the wire asks for it. @param path the list's, with its own query parameters
  record Request(
      Link path, @Nullable String after, @Nullable String pageSize, int usualSize, int maxSize) {}

  /// Reads records behind an id, one more than the page has.
  interface Read<T> {
    List<T> after(@Nullable UUID last, int maxRows);
  }

  /// @throws Invalid naming `after` or `pageSize`
  <T, J> CursorListing<J> of(
      Scope scope, Request request, Read<T> read, Function<T, UUID> id, Function<T, J> write) {
    int size =
        Parse.number("pageSize", request.pageSize(), request.usualSize(), 1, request.maxSize());
    Walk walk = new Walk(request.path().text(), scope.orgKey(), List.of());
    UUID last =
        cursors
            .place("after", walk, request.after())
            .map(place -> UUID.fromString(place.getFirst()))
            .orElse(null);
    List<T> found = read.after(last, size + 1);
    boolean hasMore = found.size() > size;
    List<T> page = hasMore ? found.subList(0, size) : found;
    String next =
        hasMore ? cursors.after(walk, List.of(id.apply(page.getLast()).toString())) : null;
    return CursorListing.of(
        page.stream().map(write).toList(),
        request.path().with("pageSize", String.valueOf(size)),
        "after",
        request.after(),
        next);
  }

  /// @throws Invalid naming `sortOrder` unless it is absent, `Ascending` or `Descending`
  static boolean isDescending(@Nullable String sortOrder) {
    if (Parse.isAbsent(sortOrder) || "Ascending".equalsIgnoreCase(sortOrder)) {
      return false;
    }
    if ("Descending".equalsIgnoreCase(sortOrder)) {
      return true;
    }
    throw new Invalid("sortOrder", "invalid.value", "sortOrder must be Ascending or Descending.");
  }
}
