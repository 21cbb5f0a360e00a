package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// Searches contacts by a body. Translates; decides nothing.
@Path(ContactSearchAnswers.PATH)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ContactSearchApi {
  private final ContactSearchAnswers answers;
  private final Caller caller;

  ContactSearchApi(ContactSearchAnswers answers, Caller caller) {
    this.answers = answers;
    this.caller = caller;
  }

  /// `postExternalcontactsContactsSearch`
  @POST
  @Requires(Permission.CONTACT_VIEW)
  public Listing<ContactJson> search(@Nullable ContactSearchJson body) {
    return answers.of(caller.scope(), Parse.body(body));
  }
}
