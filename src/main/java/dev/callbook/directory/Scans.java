package dev.callbook.directory;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.wire.CursorListing;
import dev.callbook.wire.Cursors;
import dev.callbook.wire.Cursors.Walk;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The wire's scans: everything that the caller may see, page by page, from one piece of an index
/// each. Source: CONTRACT section 5.
@ApplicationScoped
public class Scans {
  private final Cursors cursors;

  Scans(Cursors cursors) {
    this.cursors = cursors;
  }

  /// A page as the wire asks for it.
  ///
  /// @param divisionId the only division to scan; absent, empty or `*` for all
  public record Request(
      String path, @Nullable String limit, @Nullable String cursor, @Nullable String divisionId) {
    /// The scope that is left of the caller's.
    ///
    /// @throws Invalid naming `divisionId`
    public Scope within(Scope scope) {
      return Parse.isAbsent(divisionId)
          ? scope
          : scope.within("divisionId", List.of(String.valueOf(divisionId).strip()));
    }
  }

  /// What is scanned.
  ///
  /// @param read the next records of a range
  /// @param place where a record is met
  /// @param write records as their JSON, in the same order
  public record Of<T, J>(
      Function<ScanRange, List<T>> read,
      Function<T, ScanPlace> place,
      Function<List<T>, List<J>> write) {}

  /// @throws Invalid naming `limit` or `cursor`
  public <T, J> CursorListing<J> page(Scope scope, Request request, Of<T, J> scan) {
    int limit = CursorListing.limit(request.limit());
    Link link = Link.to(request.path()).with("divisionId", request.divisionId());
    Walk walk = new Walk(link.text(), scope.orgKey(), List.of());
    Optional<ScanPlace> after =
        cursors.place("cursor", walk, request.cursor()).map(Scans::readPlace);
    List<T> found = scan.read().apply(new ScanRange(after, limit + 1));
    boolean hasMore = found.size() > limit;
    List<T> page = hasMore ? found.subList(0, limit) : found;
    return CursorListing.of(
        scan.write().apply(page),
        link.with("limit", String.valueOf(limit)),
        "cursor",
        request.cursor(),
        hasMore ? cursors.after(walk, written(scan.place().apply(page.getLast()))) : null);
  }

  private static List<String> written(ScanPlace place) {
    return List.of(place.division().value().toString(), place.id().toString());
  }

  private static ScanPlace readPlace(List<String> written) {
    return new ScanPlace(
        new DivisionId(UUID.fromString(written.getFirst())), UUID.fromString(written.getLast()));
  }
}
