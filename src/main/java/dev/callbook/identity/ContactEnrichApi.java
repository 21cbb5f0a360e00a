package dev.callbook.identity;

import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.contact.ContactJson;
import dev.callbook.identity.EnrichAnswers.Answer;
import dev.callbook.wire.Answers;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Enriches a contact: finds it by its identifiers, then adds or changes it. Translates; decides
/// nothing.
@Path("/api/v2/externalcontacts/contacts/enrich")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ContactEnrichApi {
  private final ContactEnrichAnswers answers;

  ContactEnrichApi(ContactEnrichAnswers answers) {
    this.answers = answers;
  }

  /// `postExternalcontactsContactsEnrich`: 201 for a new one, 200 for one that was there.
  @POST
  @Requires(Permission.CONTACT_ENRICH)
  @Answers(value = ContactJson.class, status = 200)
  public Response enrich(
      @QueryParam("dryRun") @Nullable String dryRun, EnrichJson.@Nullable ContactRequest body) {
    Answer answer = answers.one(Parse.body(body), Parse.flag("dryRun", dryRun));
    return Response.status(answer.status()).entity(answer.entity()).build();
  }
}
