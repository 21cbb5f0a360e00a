package dev.callbook.identity;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.contact.ContactId;
import dev.callbook.identity.MergeUndo.Undone;
import dev.callbook.identity.MergeUndo.Wish;
import dev.callbook.web.Flash;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The undo of a merge on the contact's page. The page said what is lost, of the version that it
/// posts along.
@Path("/contacts/{contactId}/unmerge")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class MergePages {
  private final MergeUndo undo;
  private final Flash flash;
  private final Caller caller;
  private final Words words;

  MergePages(MergeUndo undo, Flash flash, Caller caller, Words words) {
    this.undo = undo;
    this.flash = flash;
    this.caller = caller;
    this.words = words;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.IDENTITY_MERGE)
  public Response undo(
      @PathParam("contactId") String id,
      @FormParam("version") @Nullable String version,
      @QueryParam("version") @Nullable String merged) {
    // The toast that says what was done has a button and no field.
    String sent = version == null ? merged : version;
    int seen = Parse.number("version", sent, 0, 0, Integer.MAX_VALUE);
    Undone undone =
        undo.undo(
            caller.scope(), new Wish(ContactId.parse("contactId", id), OptionalInt.of(seen), true));
    flash.say(words.of(MergeMessages.class).contactsAreBack(undone.restored().size()));
    return Response.seeOther(URI.create("/contacts/" + undone.heir())).build();
  }
}
