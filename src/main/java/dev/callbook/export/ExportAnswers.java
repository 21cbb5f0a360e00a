package dev.callbook.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.access.Actor;
import dev.callbook.access.Scope;
import dev.callbook.access.Tickets;
import dev.callbook.export.ExportJson.CreatorJson;
import dev.callbook.export.ExportJson.QueryJson;
import dev.callbook.web.PublicAddress;
import dev.callbook.wire.CursorListing;
import dev.callbook.wire.Cursors;
import dev.callbook.wire.Cursors.Walk;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the resources of all kinds of exports have in common.
@ApplicationScoped
class ExportAnswers {
  private static final Duration DOWNLOAD = Duration.ofHours(1);
  private static final int MAX_DIVISIONS = 50;

  private final Exports exports;
  private final Tickets tickets;
  private final PublicAddress address;
  private final ObjectMapper json;
  private final Cursors cursors;

  ExportAnswers(
      Exports exports, Tickets tickets, PublicAddress address, ObjectMapper json, Cursors cursors) {
    this.exports = exports;
    this.tickets = tickets;
    this.address = address;
    this.json = json;
    this.cursors = cursors;
  }

  static String path(ExportKind kind) {
    return "/api/v2/externalcontacts/" + kind.word() + "/exports";
  }

  ExportJson add(Scope scope, ExportKind kind, @Nullable ExportJson body, UriInfo request) {
    ExportJson sent = Parse.body(body);
    QueryJson query = Objects.requireNonNullElse(sent.queryConditions(), new QueryJson(null, null));
    List<String> divisionIds = divisionIds(sent.divisionIds());
    Exports.Order order =
        new Exports.Order(
            kind,
            divisionIds.isEmpty() ? null : divisionIds,
            ExportWish.of(text(query)),
            limit(query.limit()));
    return toJson(scope, exports.add(scope, order), request);
  }

  private static long limit(@Nullable Long sent) {
    if (sent != null && (sent < 1 || sent > Exports.MAX_ROWS)) {
      throw new Invalid(
          "queryConditions.limit",
          "invalid.value",
          "limit must be a whole number from 1 to " + Exports.MAX_ROWS + ".");
    }
    return sent == null ? Exports.MAX_ROWS : sent;
  }

  private static List<String> divisionIds(@Nullable List<String> sent) {
    List<String> named =
        sent == null ? List.of() : Parse.list(sent.stream().filter(Objects::nonNull).toList());
    if (named.size() > MAX_DIVISIONS) {
      throw new Invalid(
          "divisionIds",
          "too.many",
          "divisionIds may name " + MAX_DIVISIONS + " divisions at most.");
    }
    return named;
  }

  ExportJson get(Scope scope, ExportKind kind, String id, UriInfo request) {
    return toJson(scope, exports.get(scope, kind, Parse.id("exportId", id)), request);
  }

  /// A page of the list as the wire asks for it.
  record Request(
      @Nullable List<String> divisionIds, @Nullable String after, @Nullable String pageSize) {}

  CursorListing<ExportJson> list(Scope all, ExportKind kind, Request asked, UriInfo request) {
    List<String> divisions = divisionIds(asked.divisionIds());
    Scope scope = all.within("divisionIds", divisions);
    int size = Parse.number("pageSize", asked.pageSize(), 25, 1, 100);
    Link link = Link.to(path(kind)).with("divisionIds", String.join(",", divisions));
    Walk walk = new Walk(link.text(), scope.orgKey(), List.of());
    UUID olderThan =
        cursors
            .place("after", walk, asked.after())
            .map(place -> UUID.fromString(place.getFirst()))
            .orElse(null);
    List<Export> found = exports.list(scope, kind, olderThan, size + 1);
    boolean hasMore = found.size() > size;
    List<Export> page = hasMore ? found.subList(0, size) : found;
    String next = hasMore ? cursors.after(walk, List.of(page.getLast().id().toString())) : null;
    return CursorListing.of(
            page.stream().map(each -> toJson(scope, each, request)).toList(),
            link.with("pageSize", String.valueOf(size)),
            "after",
            asked.after(),
            next)
        .withoutCursors();
  }

  private ExportJson toJson(Scope scope, Export export, UriInfo request) {
    boolean isThere = export.state() == ExportState.SUCCEEDED;
    return new ExportJson(
        export.id().toString(),
        export.divisionIds(),
        creator(export.actor()),
        export.createdAt(),
        export.finishedAt(),
        export.state().name(),
        export.reason(),
        isThere ? address.of(request, download(scope, export)) : null,
        isThere ? export.rows() : null,
        query(export.wish().query()),
        path(export.kind()) + "/" + export.id());
  }

  private String download(Scope scope, Export export) {
    String ticket =
        tickets.issue(scope, ExportFileApi.purpose(export.kind()), export.id(), DOWNLOAD);
    return ExportFileApi.PATH + "/" + export.kind().word() + "/" + ticket;
  }

  private static @Nullable CreatorJson creator(Actor actor) {
    return switch (actor) {
      case Actor.User(UUID id, String name) ->
          new CreatorJson(id.toString(), name, "/api/v2/users/" + id);
      case Actor.Client(UUID id, String name) ->
          new CreatorJson(id.toString(), name, "/api/v2/oauth/clients/" + id);
      case Actor.Itself _ -> null;
    };
  }

  private String text(QueryJson query) {
    try {
      return json.writeValueAsString(query);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private QueryJson query(String text) {
    try {
      return json.readValue(text, QueryJson.class);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("stored conditions do not parse");
    }
  }
}
