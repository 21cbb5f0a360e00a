package dev.callbook.identity;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactJson;
import dev.callbook.contact.ContactWriter;
import dev.callbook.contact.Contacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/// Keeps a contact that interactions left behind.
@Path("/api/v2/externalcontacts/contacts/{contactId}/promotion")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PromotionApi {
  private final Contacts contacts;
  private final ContactWriter writer;
  private final Caller caller;

  PromotionApi(Contacts contacts, ContactWriter writer, Caller caller) {
    this.contacts = contacts;
    this.writer = writer;
    this.caller = caller;
  }

  /// `postExternalcontactsContactPromotion`
  @POST
  @Requires(Permission.IDENTITY_PROMOTE)
  public ContactJson promote(@PathParam("contactId") String id) {
    Scope scope = caller.scope();
    return writer.write(scope, contacts.promote(scope, ContactId.parse("contactId", id)), Set.of());
  }
}
