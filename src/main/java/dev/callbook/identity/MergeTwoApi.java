package dev.callbook.identity;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactJson;
import dev.callbook.contact.ContactWriter;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Merges two contacts, as programs did before there was [MergeApi].
@Path("/api/v2/externalcontacts/merge/contacts")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MergeTwoApi {
  private final Merges merges;
  private final ContactWriter writer;
  private final Caller caller;

  MergeTwoApi(Merges merges, ContactWriter writer, Caller caller) {
    this.merges = merges;
    this.writer = writer;
    this.caller = caller;
  }

  /// `postExternalcontactsMergeContacts`
  @POST
  @Requires(Permission.IDENTITY_MERGE)
  public ContactJson merge(MergeJson.@Nullable TwoJson body) {
    Scope scope = caller.scope();
    ContactId source = id("sourceContactId", body == null ? null : body.sourceContactId());
    ContactId target = id("targetContactId", body == null ? null : body.targetContactId());
    return writer.write(scope, merges.mergeTwo(scope, source, target), Set.of());
  }

  private static ContactId id(String field, @Nullable String sent) {
    if (sent == null) {
      throw new Invalid(field, "required", field + " names a contact.");
    }
    return ContactId.parse(field, sent);
  }
}
