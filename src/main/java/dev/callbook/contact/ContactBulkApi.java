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
  private final ContactBulkAnswers answers;
  private final Caller caller;

  ContactBulkApi(
      Contacts contacts,
      ContactReader reader,
      ContactWriter writer,
      Divisions divisions,
      ContactBulkAnswers answers,
      Caller caller) {
    this.contacts = contacts;
    this.reader = reader;
    this.writer = writer;
    this.divisions = divisions;
    this.answers = answers;
    this.caller = caller;
  }

  /// `postExternalcontactsBulkContacts`: for one that was merged into another the canonical
  /// contact.
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
    return answers.fetch(scope, body, contacts::find);
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
                    ContactBulkAnswers.idOf(new Reference(entity.id()))
                        .orElseThrow(() -> ContactBulkAnswers.missing(Optional.empty())),
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
    Scope scope = caller.scope();
    List<@Nullable Reference> sent = Bulk.entities(body);
    List<Optional<ContactId>> ids = sent.stream().map(ContactBulkAnswers::idOf).toList();
    List<ContactId> named = ids.stream().flatMap(Optional::stream).distinct().toList();
    Set<ContactId> gone = contacts.remove(scope, named);
    Map<ContactId, Refusal> absent =
        contacts.absent(scope, named.stream().filter(id -> !gone.contains(id)).toList());
    return Response.of(
        java.util.stream.IntStream.range(0, sent.size())
            .mapToObj(i ->
                ids.get(i)
                    .filter(gone::contains)
                    .map(id -> Result.<ContactJson>done(id.toString(), null))
                    .orElseGet(() ->
                        Result.failed(
                            Optional.ofNullable(sent.get(i)).map(Reference::id).orElse(null),
                            ids.get(i)
                                .map(absent::get)
                                .orElseGet(() -> ContactBulkAnswers.missing(Optional.empty())),
                            sent.get(i))))
            .toList());
  }

  private List<ContactJson> json(Scope scope, List<Contact> found) {
    return writer.write(scope, found, Set.of());
  }
}
