package dev.callbook.note;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.wire.Bulk;
import dev.callbook.wire.Bulk.Reference;
import dev.callbook.wire.Bulk.Response;
import dev.callbook.wire.BulkById;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Several notes in one request, on contacts and organizations alike: each answers for itself, in
/// request order. They reach those divisions in which the caller holds both permissions.
@Path("/api/v2/externalcontacts/bulk/notes")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NoteBulkApi {
  private static final String KIND = "note";

  private final Notes notes;
  private final Caller caller;

  NoteBulkApi(Notes notes, Caller caller) {
    this.notes = notes;
    this.caller = caller;
  }

  /// `postExternalcontactsBulkNotes`
  @POST
  @Requires(
      value = {Permission.CONTACT_VIEW, Permission.ORGANIZATION_VIEW},
      mode = Requires.Mode.ALL)
  public Response<NoteJson> fetch(Bulk.@Nullable Request<Reference> body) {
    Scope scope = scope(Permission.ORGANIZATION_VIEW);
    return BulkById.fetch(
        Bulk.entities(body),
        KIND,
        ids ->
            notes.find(scope, ids).entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, found -> json(scope, found.getValue()))));
  }

  /// `postExternalcontactsBulkNotesAdd`
  @POST
  @Path("add")
  @Requires(
      value = {Permission.CONTACT_ADD, Permission.ORGANIZATION_ADD},
      mode = Requires.Mode.ALL)
  public Response<NoteJson> add(Bulk.@Nullable Request<NoteJson> body) {
    Scope scope = scope(Permission.ORGANIZATION_ADD);
    return Response.of(
        Bulk.each(
            Bulk.entities(body),
            NoteBulkApi::draft,
            drafts -> json(scope, notes.add(scope, drafts)),
            sent -> null));
  }

  private static NoteDraft draft(NoteJson sent) {
    NoteSubject subject =
        sent.subject()
            .orElseThrow(() ->
                new Invalid("entityId", "required", "A note needs the id of what it is about."));
    return new NoteDraft(subject, sent.noteText());
  }

  /// `postExternalcontactsBulkNotesUpdate`
  @POST
  @Path("update")
  @Requires(
      value = {Permission.CONTACT_EDIT, Permission.ORGANIZATION_EDIT},
      mode = Requires.Mode.ALL)
  public Response<NoteJson> update(Bulk.@Nullable Request<NoteJson> body) {
    Scope scope = scope(Permission.ORGANIZATION_EDIT);
    List<@Nullable NoteJson> sent = Bulk.entities(body);
    BulkById.refuseRepeats(sent);
    return Response.of(
        Bulk.each(
            sent,
            note -> Map.entry(BulkById.id(note), new NoteEdit(note.subject(), note.noteText())),
            edits -> json(scope, notes.correct(scope, BulkById.inOrder(edits))),
            NoteJson::id));
  }

  /// `postExternalcontactsBulkNotesRemove`
  @POST
  @Path("remove")
  @Requires(
      value = {Permission.CONTACT_DELETE, Permission.ORGANIZATION_DELETE},
      mode = Requires.Mode.ALL)
  public Response<NoteJson> remove(Bulk.@Nullable Request<Reference> body) {
    Scope scope = scope(Permission.ORGANIZATION_DELETE);
    return BulkById.remove(Bulk.entities(body), KIND, ids -> notes.remove(scope, ids));
  }

  private Scope scope(Permission other) {
    return caller.scope().and(caller.scope(other));
  }

  private static List<NoteJson> json(Scope scope, List<Note> found) {
    return found.stream().map(note -> json(scope, note)).toList();
  }

  private static NoteJson json(Scope scope, Note note) {
    return NoteJson.of(scope, note, Set.of());
  }
}
