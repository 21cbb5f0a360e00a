package dev.callbook.identity;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.contact.ContactBulkAnswers;
import dev.callbook.contact.ContactJson;
import dev.callbook.contact.Contacts;
import dev.callbook.wire.Bulk;
import dev.callbook.wire.Bulk.Reference;
import dev.callbook.wire.Bulk.Response;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// Several contacts themselves, whatever they were merged into.
@Path("/api/v2/externalcontacts/bulk/contacts/unresolved")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MergedContactBulkApi {
  private final Contacts contacts;
  private final ContactBulkAnswers answers;
  private final Caller caller;

  MergedContactBulkApi(Contacts contacts, ContactBulkAnswers answers, Caller caller) {
    this.contacts = contacts;
    this.answers = answers;
    this.caller = caller;
  }

  /// `postExternalcontactsBulkContactsUnresolved`
  @POST
  @Requires(Permission.CONTACT_VIEW)
  public Response<ContactJson> fetch(Bulk.@Nullable Request<Reference> body) {
    return answers.fetch(caller.scope(), body, contacts::unresolved);
  }
}
