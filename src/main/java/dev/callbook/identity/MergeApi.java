package dev.callbook.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactEdits;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactJson;
import dev.callbook.contact.ContactReader;
import dev.callbook.contact.ContactWriter;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.PatchJson;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Merges contacts. Translates; decides nothing.
@Path("/api/v2/externalcontacts/contacts/merge")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MergeApi {
  private final Merges merges;
  private final ContactReader reader;
  private final ContactWriter writer;
  private final PatchJson trees;
  private final Caller caller;

  MergeApi(
      Merges merges, ContactReader reader, ContactWriter writer, PatchJson trees, Caller caller) {
    this.merges = merges;
    this.reader = reader;
    this.writer = writer;
    this.trees = trees;
    this.caller = caller;
  }

  /// `postExternalcontactsContactsMerge`
  @POST
  @Requires(Permission.IDENTITY_MERGE)
  public ContactJson merge(MergeJson.@Nullable ContactsJson body) {
    Scope scope = caller.scope();
    List<@Nullable String> sent =
        body == null || body.contactIds() == null ? List.of() : body.contactIds();
    ContactJson over = body == null ? null : body.valueOverride();
    Contact merged = merges.merge(scope, ids(sent), together -> overridden(scope, together, over));
    return writer.write(scope, merged, Set.of());
  }

  private static List<ContactId> ids(List<@Nullable String> sent) {
    List<ContactId> ids = new ArrayList<>(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      String id = sent.get(i);
      ids.add(ContactId.parse("contactIds[" + i + "]", id == null ? "" : id));
    }
    return ids;
  }

  private ContactDetails overridden(Scope scope, Contact together, @Nullable ContactJson over) {
    if (over == null) {
      return together.details();
    }
    ObjectNode json = trees.tree(writer.write(scope, together, Set.of()));
    ContactEdits.override(json, trees.tree(over));
    ContactJson whole = trees.read(json, ContactJson.class);
    try {
      return ContactEdits.apply(scope, together, whole, reader, caller.access().region()).details();
    } catch (Invalid refusal) {
      throw new Invalid(refusal.errors().stream().map(MergeApi::ofOverride).toList());
    }
  }

  private static FieldError ofOverride(FieldError error) {
    return new FieldError(
        "valueOverride." + error.field(), error.rule(), error.message(), error.problem());
  }
}
