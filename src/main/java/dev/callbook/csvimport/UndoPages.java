package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactFieldWords;
import dev.callbook.csvimport.UndoQuestion.Obstacle;
import dev.callbook.csvimport.UndoView.Line;
import dev.callbook.web.Link;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.wire.Parse;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Undos of imports as people see them: what it is, what it would do, the work, the report.
@Path(ImportPages.PATH + "/{importId}/undo")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class UndoPages {
  private static final int SHOWN = 50;

  private final Imports imports;
  private final ImportUndos undos;
  private final KeptRecords kept;
  private final ContactFieldWords fields;
  private final Caller caller;
  private final PageShells shells;
  private final Clock clock;

  UndoPages(
      Imports imports,
      ImportUndos undos,
      KeptRecords kept,
      ContactFieldWords fields,
      Caller caller,
      PageShells shells,
      Clock clock) {
    this.imports = imports;
    this.undos = undos;
    this.kept = kept;
    this.fields = fields;
    this.caller = caller;
    this.shells = shells;
    this.clock = clock;
  }

  @GET
  @Requires(Permission.IMPORT_VIEW)
  public TemplateInstance show(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    return undos
        .find(scope, it.id())
        .map(undo -> UndoTemplates.undo(shells.at(Place.IMPORT), view(scope, it, undo)))
        .orElseGet(() -> UndoTemplates.undoAsk(shells.at(Place.IMPORT), question(scope, it)));
  }

  private UndoQuestion question(Scope scope, Import it) {
    String path = ImportPages.PATH + "/" + it.id();
    return new UndoQuestion(
        path + "/undo", path, it.fileName(), obstacle(scope, it), undos.retentionDays(scope));
  }

  private Obstacle obstacle(Scope scope, Import it) {
    if (!it.state().isOver()) {
      return Obstacle.UNDER_WAY;
    }
    if (!undos.hasWritten(scope, it.id())) {
      return Obstacle.NOTHING;
    }
    if (undos.isForgotten(scope, it.id())) {
      return Obstacle.FORGOTTEN;
    }
    return mayAct(it) ? Obstacle.NONE : Obstacle.RIGHTS;
  }

  private boolean mayAct(Import it) {
    return UndoRights.areHeldBy(caller, it.written());
  }

  private UndoView view(Scope scope, Import it, Undo undo) {
    List<Line> lines =
        undo.state() == UndoState.COUNTED || undo.state() == UndoState.DONE
            ? lines(undos.kept(scope, it.id(), null, SHOWN))
            : List.of();
    return UndoView.of(it, undo, lines, mayAct(it), clock.instant());
  }

  private List<Line> lines(List<UndoItem> items) {
    Map<UUID, String> names = kept.names(UndoApi.sight(caller), items);
    return items.stream()
        .map(item ->
            new Line(
                item.isOrganization(),
                new Link(
                    names.getOrDefault(item.id(), ""),
                    (item.isOrganization() ? "/organizations/" : "/contacts/") + item.id()),
                names.containsKey(item.id()),
                item.outcome(),
                item.reason(),
                item.fields().stream()
                    .filter(field -> !field.equals("schema"))
                    .map(fields::label)
                    .collect(Collectors.joining(", "))))
        .toList();
  }

  /// The part of the page that moves. When the work is over, the browser takes the page anew.
  @GET
  @Path("progress")
  @Requires(Permission.IMPORT_VIEW)
  public Response progress(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    Undo undo = undos.get(scope, it.id());
    Response.ResponseBuilder answer =
        Response.ok(
            UndoTemplates.undoProgress(
                UndoView.of(it, undo, List.of(), mayAct(it), clock.instant())));
    return undo.isWorking() ? answer.build() : answer.header("HX-Refresh", "true").build();
  }

  /// The records that are not as they were before the import, as CSV.
  @GET
  @Path("kept")
  @Produces("text/csv")
  @Requires(Permission.IMPORT_VIEW)
  public Response kept(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    Undo undo = undos.get(scope, parse(id));
    KeptRecords.Sight sight = UndoApi.sight(caller);
    StreamingOutput csv = out -> kept.write(scope, sight, undo.importId(), out);
    return UndoApi.attachment(csv);
  }

  @POST
  @Requires(Permission.IMPORT_ADD)
  public Response order(@PathParam("importId") String id) {
    UUID importId = parse(id);
    Scope scope = caller.scope();
    undos.order(scope, importId, rights(scope, importId));
    return goTo(importId, "/undo");
  }

  private UndoRights rights(Scope scope, UUID importId) {
    return UndoRights.of(caller, undos.divisionsOf(scope, importId));
  }

  @POST
  @Path("run")
  @Requires(Permission.IMPORT_ADD)
  public Response run(@PathParam("importId") String id) {
    UUID importId = parse(id);
    Scope scope = caller.scope();
    undos.run(scope, importId, rights(scope, importId));
    return goTo(importId, "/undo");
  }

  @POST
  @Path("pause")
  @Requires(Permission.IMPORT_ADD)
  public Response pause(@PathParam("importId") String id) {
    return goTo(undos.pause(caller.scope(), parse(id)).importId(), "/undo");
  }

  @POST
  @Path("resume")
  @Requires(Permission.IMPORT_ADD)
  public Response resume(@PathParam("importId") String id) {
    return goTo(undos.resume(caller.scope(), parse(id)).importId(), "/undo");
  }

  @POST
  @Path("retry")
  @Requires(Permission.IMPORT_ADD)
  public Response retry(@PathParam("importId") String id) {
    return goTo(undos.retry(caller.scope(), parse(id)).importId(), "/undo");
  }

  /// Lets go of what was counted.
  @POST
  @Path("drop")
  @Requires(Permission.IMPORT_ADD)
  public Response drop(@PathParam("importId") String id) {
    UUID importId = parse(id);
    undos.drop(caller.scope(), importId);
    return goTo(importId, "");
  }

  private static Response goTo(UUID importId, String rest) {
    return Response.seeOther(URI.create(ImportPages.PATH + "/" + importId + rest)).build();
  }

  private static UUID parse(String id) {
    return Parse.id("importId", id);
  }
}
