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

/// Notes on contacts.
@Path("/api/v2/externalcontacts/contacts/{contactId}/notes")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ContactNoteApi {
  private final NoteAnswers answers;
  private final Caller caller;

  ContactNoteApi(NoteAnswers answers, Caller caller) {
    this.answers = answers;
    this.caller = caller;
  }

  /// `getExternalcontactsContactNote`
  @GET
  @Path("{noteId}")
  @Requires(Permission.CONTACT_VIEW)
  public NoteJson get(
      @PathParam("contactId") String id,
      @PathParam("noteId") String noteId,
      @QueryParam("expand") @Nullable List<String> expand) {
    return answers.get(caller.scope(), subject(id), noteId, expand);
  }

  /// `getExternalcontactsContactNotes`
  @GET
  @Requires(Permission.CONTACT_VIEW)
  public Listing<NoteJson> list(
      @PathParam("contactId") String id,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber,
      @QueryParam("sortOrder") @Nullable String sortOrder,
      @QueryParam("expand") @Nullable List<String> expand) {
    String path = "/api/v2/externalcontacts/contacts/" + id + "/notes";
    return answers.list(
        caller.scope(),
        subject(id),
        path,
        new NoteAnswers.Request(pageSize, pageNumber, sortOrder, expand));
  }

  /// `postExternalcontactsContactNotes`
  @POST
  @Requires(Permission.CONTACT_EDIT)
  public NoteJson add(@PathParam("contactId") String id, @Nullable NoteJson body) {
    return answers.add(caller.scope(), subject(id), body);
  }

  /// `putExternalcontactsContactNote`
  @PUT
  @Path("{noteId}")
  @Requires(Permission.CONTACT_EDIT)
  public NoteJson replace(
      @PathParam("contactId") String id,
      @PathParam("noteId") String noteId,
      @Nullable NoteJson body) {
    return answers.replace(caller.scope(), subject(id), noteId, body);
  }

  /// `patchExternalcontactsContactNote`
  @PATCH
  @Path("{noteId}")
  @Requires(Permission.CONTACT_EDIT)
  public NoteJson patch(
      @PathParam("contactId") String id, @PathParam("noteId") String noteId, @Nullable Patch body) {
    return answers.patch(caller.scope(), subject(id), noteId, body);
  }

  /// `deleteExternalcontactsContactNote`
  @DELETE
  @Path("{noteId}")
  @Requires(Permission.CONTACT_EDIT)
  public Map<String, Object> remove(
      @PathParam("contactId") String id, @PathParam("noteId") String noteId) {
    return answers.remove(caller.scope(), subject(id), noteId);
  }

  private static NoteSubject subject(String id) {
    return NoteSubject.contact(Parse.id("contactId", id));
  }
}
