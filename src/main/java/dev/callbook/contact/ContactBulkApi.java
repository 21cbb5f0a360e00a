package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Divisions;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.wire.Bulk;
import dev.callbook.wire.Bulk.Reference;
import dev.callbook.wire.Bulk.Response;
import dev.callbook.wire.Bulk.Result;
import dev.callbook.wire.Refusal;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Several contacts in one request: each answers for itself, in request order.
///
/// Writes are tried as one set; only where the set is refused, record by record, so that one bad
/// record harms no other.
@Path("/api/v2/externalcontacts/bulk/contacts")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ContactBulkApi {
  private final Contacts contacts;
  private final ContactReader reader;
  private final ContactWriter writer;
  private final Divisions divisions;
  private final Caller caller;

  ContactBulkApi(
      Contacts contacts,
      ContactReader reader,
      ContactWriter writer,
      Divisions divisions,
      Caller caller) {
    this.contacts = contacts;
    this.reader = reader;
    this.writer = writer;
    this.divisions = divisions;
    this.caller = caller;
  }

  /// `postExternalcontactsBulkContacts`
  @POST
  @Requires(Permission.CONTACT_VIEW)
  public Response<ContactJson> fetch(Bulk.@Nullable Request<Reference> body) {
    return fetch(caller.scope(), body);
  }

  /// `postExternalcontactsBulkContactsDivisionviews`: from every division, whether or not the
  /// permission is held there.
  @POST
  @Path("divisionviews")
  @Requires(Permission.CONTACT_SEARCH)
  public Response<ContactJson> fetchFromEverywhere(Bulk.@Nullable Request<Reference> body) {
    return fetch(divisions.everywhere(caller.scope()), body);
  }

  private Response<ContactJson> fetch(Scope scope, Bulk.@Nullable Request<Reference> body) {
    List<@Nullable Reference> sent = Bulk.entities(body);
    List<Optional<ContactId>> ids = sent.stream().map(ContactBulkApi::idOf).toList();
    Map<ContactId, Contact> found =
        contacts.find(scope, ids.stream().flatMap(Optional::stream).distinct().toList());
    Map<ContactId, ContactJson> json = json(scope, found);
    return Response.of(
        java.util.stream.IntStream.range(0, sent.size())
            .mapToObj(i -> result(ids.get(i).map(json::get), ids.get(i), sent.get(i)))
            .toList());
  }

  private static Result<ContactJson> result(
      Optional<ContactJson> found, Optional<ContactId> id, @Nullable Reference sent) {
    return found
        .map(json -> Result.done(String.valueOf(json.id()), json))
        .orElseGet(() -> Result.failed(sent == null ? null : sent.id(), missing(id), sent));
  }

  /// `postExternalcontactsBulkContactsAdd`
  @POST
  @Path("add")
  @Requires(Permission.CONTACT_ADD)
  public Response<ContactJson> add(Bulk.@Nullable Request<ContactJson> body) {
    Scope scope = caller.scope();
    return Response.of(
        Bulk.each(
            Bulk.entities(body),
            sent -> draft(scope, sent),
            drafts -> json(scope, contacts.add(scope, drafts)),
            sent -> null));
  }

  private ContactDraft draft(Scope scope, ContactJson sent) {
    Optional<String> division = DivisionJson.idOf(sent.division());
    scope.divisionToWrite(division);
    return new ContactDraft(division, reader.read(scope, sent, null, caller.access().region()));
  }

  /// `postExternalcontactsBulkContactsUpdate`
  @POST
  @Path("update")
  @Requires(Permission.CONTACT_EDIT)
  public Response<ContactJson> update(Bulk.@Nullable Request<ContactJson> body) {
    Scope scope = caller.scope();
    List<@Nullable ContactJson> sent = Bulk.entities(body);
    refuseRepeats(sent);
    return Response.of(
        Bulk.each(
            sent,
            entity ->
                new Edit(
                    idOf(new Reference(entity.id())).orElseThrow(() -> missing(Optional.empty())),
                    entity),
            edits -> json(scope, contacts.correct(scope, edits(scope, edits), OptionalInt.empty())),
            ContactJson::id));
  }

  private record Edit(ContactId id, ContactJson sent) {}

  private Map<ContactId, UnaryOperator<Contact>> edits(Scope scope, List<Edit> edits) {
    Map<ContactId, UnaryOperator<Contact>> changes = new LinkedHashMap<>();
    edits.forEach(edit ->
        changes.put(
            edit.id(),
            stored ->
                ContactEdits.apply(scope, stored, edit.sent(), reader, caller.access().region())));
    return changes;
  }

  private static void refuseRepeats(List<@Nullable ContactJson> sent) {
    List<String> ids =
        sent.stream()
            .filter(Objects::nonNull)
            .map(ContactJson::id)
            .filter(Objects::nonNull)
            .toList();
    if (Set.copyOf(ids).size() < ids.size()) {
      throw new Invalid("entities", "invalid.value", "One request must not change a record twice.");
    }
  }

  /// `postExternalcontactsBulkContactsRemove`
  @POST
  @Path("remove")
  @Requires(Permission.CONTACT_DELETE)
  public Response<ContactJson> remove(Bulk.@Nullable Request<Reference> body) {
    List<@Nullable Reference> sent = Bulk.entities(body);
    List<Optional<ContactId>> ids = sent.stream().map(ContactBulkApi::idOf).toList();
    Set<ContactId> gone =
        contacts.remove(caller.scope(), ids.stream().flatMap(Optional::stream).distinct().toList());
    return Response.of(
        java.util.stream.IntStream.range(0, sent.size())
            .mapToObj(i ->
                ids.get(i)
                    .filter(gone::contains)
                    .map(id -> Result.<ContactJson>done(id.toString(), null))
                    .orElseGet(() ->
                        Result.failed(
                            Optional.ofNullable(sent.get(i)).map(Reference::id).orElse(null),
                            missing(ids.get(i)),
                            sent.get(i))))
            .toList());
  }

  private Map<ContactId, ContactJson> json(Scope scope, Map<ContactId, Contact> found) {
    Map<ContactId, ContactJson> json = new LinkedHashMap<>();
    List<ContactJson> written = json(scope, List.copyOf(found.values()));
    int i = 0;
    for (ContactId id : found.keySet()) {
      json.put(id, written.get(i++));
    }
    return json;
  }

  private List<ContactJson> json(Scope scope, List<Contact> found) {
    return writer.write(scope, found, Set.of());
  }

  private static Optional<ContactId> idOf(@Nullable Reference sent) {
    try {
      return sent == null || sent.id() == null
          ? Optional.empty()
          : Optional.of(ContactId.parse("id", sent.id()));
    } catch (Invalid malformed) {
      return Optional.empty();
    }
  }

  private static Refusal missing(Optional<ContactId> id) {
    return id.<Refusal>map(known -> new NotFound("contact", known.value()))
        .orElseGet(() -> new Invalid("id", "invalid.value", "id is missing or no UUID."));
  }
}
