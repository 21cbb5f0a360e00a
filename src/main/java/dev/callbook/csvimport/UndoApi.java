package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.wire.Answers;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// Undos of imports for programs: ordered, counted, then run. Our own addition to the public API.
@Path(ImportJson.PATH + "/{importId}/undo")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UndoApi {
  private final ImportUndos undos;
  private final KeptRecords kept;
  private final Caller caller;
  private final Clock clock;

  UndoApi(ImportUndos undos, KeptRecords kept, Caller caller, Clock clock) {
    this.undos = undos;
    this.kept = kept;
    this.caller = caller;
    this.clock = clock;
  }

  /// Orders that it is counted what an undo would do; nothing is taken back before its run.
  @POST
  @Requires(Permission.IMPORT_ADD)
  @Answers(value = UndoJson.class, status = 202)
  public Response order(@PathParam("importId") String id) {
    UUID importId = parse(id);
    Scope scope = caller.scope();
    Undo ordered = undos.order(scope, importId, rights(scope, importId));
    return Response.accepted(json(ordered)).build();
  }

  private UndoRights rights(Scope scope, UUID importId) {
    return UndoRights.of(caller, undos.divisionsOf(scope, importId));
  }

  private UndoJson json(Undo undo) {
    return UndoJson.of(undo, clock.instant());
  }

  /// What the undo of an import would do, and how far it is.
  @GET
  @Requires(Permission.IMPORT_VIEW)
  public UndoJson get(@PathParam("importId") String id) {
    return json(undos.get(caller.scope(), parse(id)));
  }

  /// Does what was counted. It cannot be undone.
  @POST
  @Path("run")
  @Requires(Permission.IMPORT_ADD)
  public UndoJson run(@PathParam("importId") String id) {
    UUID importId = parse(id);
    Scope scope = caller.scope();
    return json(undos.run(scope, importId, rights(scope, importId)));
  }

  /// Lets it rest where it stands.
  @POST
  @Path("pause")
  @Requires(Permission.IMPORT_ADD)
  public UndoJson pause(@PathParam("importId") String id) {
    return json(undos.pause(caller.scope(), parse(id)));
  }

  /// Takes a paused one up again where it stood.
  @POST
  @Path("resume")
  @Requires(Permission.IMPORT_ADD)
  public UndoJson resume(@PathParam("importId") String id) {
    return json(undos.resume(caller.scope(), parse(id)));
  }

  /// Takes one that failed up again where it stood.
  @POST
  @Path("retry")
  @Requires(Permission.IMPORT_ADD)
  public UndoJson retry(@PathParam("importId") String id) {
    return json(undos.retry(caller.scope(), parse(id)));
  }

  /// Lets go of what was counted; the import stays as it is.
  @DELETE
  @Requires(Permission.IMPORT_ADD)
  public void drop(@PathParam("importId") String id) {
    undos.drop(caller.scope(), parse(id));
  }

  /// The records that are not as they were before the import, with the reason, as CSV.
  @GET
  @Path("kept")
  @Produces("text/csv")
  @Requires(Permission.IMPORT_VIEW)
  @Answers(value = String.class, status = 200)
  public Response kept(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    Undo undo = undos.get(scope, parse(id));
    KeptRecords.Sight sight = sight(caller);
    StreamingOutput csv = out -> kept.write(scope, sight, undo.importId(), out);
    return attachment(csv);
  }

  static KeptRecords.Sight sight(Caller caller) {
    return new KeptRecords.Sight(
        scopeOf(caller, Permission.CONTACT_VIEW), scopeOf(caller, Permission.ORGANIZATION_VIEW));
  }

  private static Optional<Scope> scopeOf(Caller caller, Permission permission) {
    return caller.access().may(permission)
        ? Optional.of(caller.scope(permission))
        : Optional.empty();
  }

  static Response attachment(StreamingOutput csv) {
    return Response.ok(csv)
        .type("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"kept-records.csv\"")
        .build();
  }

  private static UUID parse(String id) {
    return Parse.id("importId", id);
  }
}
