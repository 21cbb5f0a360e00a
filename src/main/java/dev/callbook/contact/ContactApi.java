package dev.callbook.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.Sort;
import dev.callbook.wire.Listing;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Patch;
import dev.callbook.wire.PatchJson;
import dev.callbook.wire.Refusal.Invalid;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The public API's contact resource. Translates; decides nothing.
@Path(ContactJson.PATH)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ContactApi {
  private final Contacts contacts;
  private final ContactReader reader;
  private final ContactWriter writer;
  private final ContactListings listings;
  private final PatchJson patches;
  private final Caller caller;

  ContactApi(
      Contacts contacts,
      ContactReader reader,
      ContactWriter writer,
      ContactListings listings,
      PatchJson patches,
      Caller caller) {
    this.contacts = contacts;
    this.reader = reader;
    this.writer = writer;
    this.listings = listings;
    this.patches = patches;
    this.caller = caller;
  }

  /// `getExternalcontactsContact`: for one that was merged into another the canonical contact.
  @GET
  @Path("{contactId}")
  @Requires(Permission.CONTACT_VIEW)
  public ContactJson get(
      @PathParam("contactId") String id, @QueryParam("expand") @Nullable List<String> expand) {
    Scope scope = caller.scope();
    Set<String> expanded = Parse.expand(expand, ContactWriter.EXPAND);
    return writer.write(scope, contacts.get(scope, ContactId.parse("contactId", id)), expanded);
  }

  /// `getExternalcontactsContacts`
  @GET
  @Requires(Permission.CONTACT_VIEW)
  public Listing<ContactJson> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber,
      @QueryParam("sortOrder") @Nullable String sortOrder,
      @QueryParam("expand") @Nullable List<String> expand,
      @QueryParam("divisionIds") @Nullable List<String> divisionIds) {
    List<String> divisions = Parse.list(divisionIds);
    if (divisions.size() > 50) {
      throw new Invalid("divisionIds", "too.many", "divisionIds may name 50 divisions at most.");
    }
    return listings.list(
        caller.scope().within("divisionIds", divisions),
        new ContactListings.Request(
            ContactJson.PATH,
            Optional.empty(),
            q,
            PageRequest.of(pageSize, pageNumber),
            Sort.parse(sortOrder, ContactListings.SORTS),
            Parse.expand(expand, ContactWriter.EXPAND),
            divisions));
  }

  /// `postExternalcontactsContacts`
  @POST
  @Requires(Permission.CONTACT_ADD)
  public ContactJson add(@Nullable ContactJson body) {
    Scope scope = caller.scope();
    ContactJson sent = present(body);
    ContactDetails details = reader.read(scope, sent, null, caller.access().region());
    Contact added =
        contacts.add(scope, new ContactDraft(DivisionJson.idOf(sent.division()), details));
    return writer.write(scope, added, Set.of());
  }

  /// `putExternalcontactsContact`: replaces every writable field. `version`, where sent, must be
  /// the stored one.
  @PUT
  @Path("{contactId}")
  @Requires(Permission.CONTACT_EDIT)
  public ContactJson replace(@PathParam("contactId") String id, @Nullable ContactJson body) {
    Scope scope = caller.scope();
    ContactJson sent = present(body);
    Contact changed =
        contacts.correct(
            scope,
            ContactId.parse("contactId", id),
            sent.version() == null ? OptionalInt.empty() : OptionalInt.of(sent.version()),
            stored -> edit(scope, stored, sent));
    return writer.write(scope, changed, Set.of());
  }

  /// `patchExternalcontactsContact`
  @PATCH
  @Path("{contactId}")
  @Requires(Permission.CONTACT_EDIT)
  public ContactJson patch(@PathParam("contactId") String id, @Nullable Patch body) {
    Scope scope = caller.scope();
    Patch patch = patches.present(body);
    Contact changed =
        contacts.correct(
            scope,
            ContactId.parse("contactId", id),
            OptionalInt.empty(),
            stored -> {
              ObjectNode json = patches.tree(writer.write(scope, stored, Set.of()));
              ContactEdits.patch(json, patch);
              return edit(scope, stored, patches.read(json, ContactJson.class));
            });
    return writer.write(scope, changed, Set.of());
  }

  /// `deleteExternalcontactsContact`
  @DELETE
  @Path("{contactId}")
  @Requires(Permission.CONTACT_DELETE)
  public Map<String, Object> remove(@PathParam("contactId") String id) {
    Scope scope = caller.scope();
    ContactId contact = ContactId.parse("contactId", id);
    if (contacts.remove(scope, List.of(contact)).isEmpty()) {
      throw contacts.absent(scope, contact);
    }
    return Map.of();
  }

  private Contact edit(Scope scope, Contact stored, ContactJson sent) {
    return ContactEdits.apply(scope, stored, sent, reader, caller.access().region());
  }

  private static ContactJson present(@Nullable ContactJson body) {
    if (body == null) {
      throw new Invalid("body", "required", "A contact is needed as the request's body.");
    }
    return body;
  }
}
