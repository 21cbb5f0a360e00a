package dev.callbook.export;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Requires.Mode;
import dev.callbook.access.Scope;
import dev.callbook.wire.Answers;
import dev.callbook.wire.CursorListing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Exports of notes.
@Path("/api/v2/externalcontacts/notes/exports")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NoteExportApi {
  private final ExportAnswers answers;
  private final Caller caller;

  NoteExportApi(ExportAnswers answers, Caller caller) {
    this.answers = answers;
    this.caller = caller;
  }

  /// `postExternalcontactsNotesExports`
  @POST
  @Requires(
      value = {Permission.EXPORT_ADD, Permission.CONTACT_VIEW, Permission.ORGANIZATION_VIEW},
      mode = Mode.ALL)
  @Answers(value = ExportJson.class, status = 201)
  public Response add(@Nullable ExportJson body, @Context UriInfo request) {
    Scope scope = ExportRights.of(caller.access(), Permission.EXPORT_ADD, ExportKind.NOTES);
    return Response.status(Response.Status.CREATED)
        .entity(answers.add(scope, ExportKind.NOTES, body, request))
        .build();
  }

  /// `getExternalcontactsNotesExport`
  @GET
  @Path("{exportId}")
  @Requires(
      value = {Permission.EXPORT_VIEW, Permission.CONTACT_VIEW, Permission.ORGANIZATION_VIEW},
      mode = Mode.ALL)
  public ExportJson get(@PathParam("exportId") String id, @Context UriInfo request) {
    return answers.get(scope(), ExportKind.NOTES, id, request);
  }

  /// `getExternalcontactsNotesExports`
  @GET
  @Requires(
      value = {Permission.EXPORT_VIEW, Permission.CONTACT_VIEW, Permission.ORGANIZATION_VIEW},
      mode = Mode.ALL)
  public CursorListing<ExportJson> list(
      @QueryParam("divisionIds") @Nullable List<String> divisionIds,
      @QueryParam("after") @Nullable String after,
      @QueryParam("pageSize") @Nullable String pageSize,
      @Context UriInfo request) {
    return answers.list(
        scope(),
        ExportKind.NOTES,
        new ExportAnswers.Request(divisionIds, after, pageSize),
        request);
  }

  private Scope scope() {
    return ExportRights.of(caller.access(), Permission.EXPORT_VIEW, ExportKind.NOTES);
  }
}
