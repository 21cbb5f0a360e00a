package dev.callbook.identity;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactWriter;
import dev.callbook.identity.MergeUndo.Undone;
import dev.callbook.identity.MergeUndo.Wish;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes a merge back: an operation of ours, the public API has none.
@Path("/api/v2/callbook/contacts/{contactId}/unmerge")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MergeUndoApi {
  private final MergeUndo undo;
  private final ContactWriter writer;
  private final Caller caller;

  MergeUndoApi(MergeUndo undo, ContactWriter writer, Caller caller) {
    this.undo = undo;
    this.writer = writer;
    this.caller = caller;
  }

  /// @param body may be left out
  @POST
  @Requires(Permission.IDENTITY_MERGE)
  public MergeJson.UndoneJson undo(
      @PathParam("contactId") String id, MergeJson.@Nullable UndoJson body) {
    Scope scope = caller.scope();
    Undone undone = undo.undo(scope, wish(ContactId.parse("contactId", id), body));
    return new MergeJson.UndoneJson(
        writer.write(scope, undone.restored(), Set.of()),
        writer.write(scope, undone.removed(), Set.of()),
        undone.discarded(),
        ContactWriter.reference(undone.heir()));
  }

  private static Wish wish(ContactId id, MergeJson.@Nullable UndoJson body) {
    Integer version = body == null ? null : body.version();
    return new Wish(
        id,
        version == null ? OptionalInt.empty() : OptionalInt.of(version),
        body != null && Boolean.TRUE.equals(body.discardChanges()));
  }
}
