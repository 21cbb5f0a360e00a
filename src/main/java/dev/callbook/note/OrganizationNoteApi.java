package dev.callbook.note;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Patch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Notes on organizations.
@Path("/api/v2/externalcontacts/organizations/{externalOrganizationId}/notes")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationNoteApi {
  private final NoteAnswers answers;
  private final Caller caller;

  OrganizationNoteApi(NoteAnswers answers, Caller caller) {
    this.answers = answers;
    this.caller = caller;
  }

  /// `getExternalcontactsOrganizationNote`
  @GET
  @Path("{noteId}")
  @Requires(Permission.ORGANIZATION_VIEW)
  public NoteJson get(
      @PathParam("externalOrganizationId") String id,
      @PathParam("noteId") String noteId,
      @QueryParam("expand") @Nullable List<String> expand) {
    return answers.get(caller.scope(), subject(id), noteId, expand);
  }

  /// `getExternalcontactsOrganizationNotes`
  @GET
  @Requires(Permission.ORGANIZATION_VIEW)
  public Listing<NoteJson> list(
      @PathParam("externalOrganizationId") String id,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber,
      @QueryParam("sortOrder") @Nullable String sortOrder,
      @QueryParam("expand") @Nullable List<String> expand) {
    String path = "/api/v2/externalcontacts/organizations/" + id + "/notes";
    return answers.list(
        caller.scope(),
        subject(id),
        path,
        new NoteAnswers.Request(pageSize, pageNumber, sortOrder, expand));
  }

  /// `postExternalcontactsOrganizationNotes`
  @POST
  @Requires(Permission.ORGANIZATION_EDIT)
  public NoteJson add(@PathParam("externalOrganizationId") String id, @Nullable NoteJson body) {
    return answers.add(caller.scope(), subject(id), body);
  }

  /// `putExternalcontactsOrganizationNote`
  @PUT
  @Path("{noteId}")
  @Requires(Permission.ORGANIZATION_EDIT)
  public NoteJson replace(
      @PathParam("externalOrganizationId") String id,
      @PathParam("noteId") String noteId,
      @Nullable NoteJson body) {
    return answers.replace(caller.scope(), subject(id), noteId, body);
  }

  /// `patchExternalcontactsOrganizationNote`
  @PATCH
  @Path("{noteId}")
  @Requires(Permission.ORGANIZATION_EDIT)
  public NoteJson patch(
      @PathParam("externalOrganizationId") String id,
      @PathParam("noteId") String noteId,
      @Nullable Patch body) {
    return answers.patch(caller.scope(), subject(id), noteId, body);
  }

  /// `deleteExternalcontactsOrganizationNote`
  @DELETE
  @Path("{noteId}")
  @Requires(Permission.ORGANIZATION_EDIT)
  public Map<String, Object> remove(
      @PathParam("externalOrganizationId") String id, @PathParam("noteId") String noteId) {
    return answers.remove(caller.scope(), subject(id), noteId);
  }

  private static NoteSubject subject(String id) {
    return NoteSubject.organization(Parse.id("externalOrganizationId", id));
  }
}
