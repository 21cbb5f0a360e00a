package dev.callbook.organization;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Several organizations in one request: each answers for itself, in request order.
///
/// Writes are tried as one set; only where the set is refused, record by record, so that one bad
/// record harms no other.
@Path("/api/v2/externalcontacts/bulk/organizations")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationBulkApi {
  private final Organizations organizations;
  private final OrganizationReader reader;
  private final Divisions divisions;
  private final Caller caller;

  OrganizationBulkApi(
      Organizations organizations, OrganizationReader reader, Divisions divisions, Caller caller) {
    this.organizations = organizations;
    this.reader = reader;
    this.divisions = divisions;
    this.caller = caller;
  }

  /// `postExternalcontactsBulkOrganizations`
  @POST
  @Requires(Permission.ORGANIZATION_VIEW)
  public Response<OrganizationJson> fetch(Bulk.@Nullable Request<Reference> body) {
    return fetch(caller.scope(), body);
  }

  /// `postExternalcontactsBulkOrganizationsDivisionviews`: from every division, whether or not the
  /// permission is held there.
  @POST
  @Path("divisionviews")
  @Requires(Permission.ORGANIZATION_SEARCH)
  public Response<OrganizationJson> fetchFromEverywhere(Bulk.@Nullable Request<Reference> body) {
    return fetch(divisions.everywhere(caller.scope()), body);
  }

  private Response<OrganizationJson> fetch(Scope scope, Bulk.@Nullable Request<Reference> body) {
    List<@Nullable Reference> sent = Bulk.entities(body);
    List<Optional<OrganizationId>> ids = sent.stream().map(OrganizationBulkApi::idOf).toList();
    Map<OrganizationId, Organization> found =
        organizations.find(scope, ids.stream().flatMap(Optional::stream).distinct().toList());
    Map<OrganizationId, OrganizationJson> json = json(scope, found);
    return Response.of(
        java.util.stream.IntStream.range(0, sent.size())
            .mapToObj(i -> result(ids.get(i).map(json::get), ids.get(i), sent.get(i)))
            .toList());
  }

  private static Result<OrganizationJson> result(
      Optional<OrganizationJson> found, Optional<OrganizationId> id, @Nullable Reference sent) {
    return found
        .map(json -> Result.done(String.valueOf(json.id()), json))
        .orElseGet(() -> Result.failed(sent == null ? null : sent.id(), missing(id), sent));
  }

  /// `postExternalcontactsBulkOrganizationsAdd`
  @POST
  @Path("add")
  @Requires(Permission.ORGANIZATION_ADD)
  public Response<OrganizationJson> add(Bulk.@Nullable Request<OrganizationJson> body) {
    Scope scope = caller.scope();
    return Response.of(
        Bulk.each(
            Bulk.entities(body),
            sent -> draft(scope, sent),
            drafts -> json(scope, organizations.add(scope, drafts)),
            sent -> null));
  }

  private OrganizationDraft draft(Scope scope, OrganizationJson sent) {
    Optional<String> division = DivisionJson.idOf(sent.division());
    scope.divisionToWrite(division);
    return new OrganizationDraft(
        division, reader.read(scope, sent, null, caller.access().region()));
  }

  /// `postExternalcontactsBulkOrganizationsUpdate`
  @POST
  @Path("update")
  @Requires(Permission.ORGANIZATION_EDIT)
  public Response<OrganizationJson> update(Bulk.@Nullable Request<OrganizationJson> body) {
    Scope scope = caller.scope();
    List<@Nullable OrganizationJson> sent = Bulk.entities(body);
    refuseRepeats(sent);
    return Response.of(
        Bulk.each(
            sent,
            entity ->
                new Edit(
                    idOf(new Reference(entity.id())).orElseThrow(() -> missing(Optional.empty())),
                    entity),
            edits ->
                json(scope, organizations.correct(scope, edits(scope, edits), OptionalInt.empty())),
            OrganizationJson::id));
  }

  private record Edit(OrganizationId id, OrganizationJson sent) {}

  private Map<OrganizationId, UnaryOperator<Organization>> edits(Scope scope, List<Edit> edits) {
    Map<OrganizationId, UnaryOperator<Organization>> changes = new LinkedHashMap<>();
    edits.forEach(edit ->
        changes.put(
            edit.id(),
            stored ->
                OrganizationEdits.apply(
                    scope, stored, edit.sent(), reader, caller.access().region())));
    return changes;
  }

  private static void refuseRepeats(List<@Nullable OrganizationJson> sent) {
    List<String> ids =
        sent.stream()
            .filter(Objects::nonNull)
            .map(OrganizationJson::id)
            .filter(Objects::nonNull)
            .toList();
    if (Set.copyOf(ids).size() < ids.size()) {
      throw new Invalid("entities", "invalid.value", "One request must not change a record twice.");
    }
  }

  /// `postExternalcontactsBulkOrganizationsRemove`
  @POST
  @Path("remove")
  @Requires(Permission.ORGANIZATION_DELETE)
  public Response<OrganizationJson> remove(Bulk.@Nullable Request<Reference> body) {
    List<@Nullable Reference> sent = Bulk.entities(body);
    List<Optional<OrganizationId>> ids = sent.stream().map(OrganizationBulkApi::idOf).toList();
    Set<OrganizationId> gone =
        organizations
            .remove(caller.scope(), ids.stream().flatMap(Optional::stream).distinct().toList())
            .stream()
            .map(Organization::id)
            .collect(Collectors.toUnmodifiableSet());
    return Response.of(
        java.util.stream.IntStream.range(0, sent.size())
            .mapToObj(i ->
                ids.get(i)
                    .filter(gone::contains)
                    .map(id -> Result.<OrganizationJson>done(id.toString(), null))
                    .orElseGet(() ->
                        Result.failed(
                            Optional.ofNullable(sent.get(i)).map(Reference::id).orElse(null),
                            missing(ids.get(i)),
                            sent.get(i))))
            .toList());
  }

  private Map<OrganizationId, OrganizationJson> json(
      Scope scope, Map<OrganizationId, Organization> found) {
    Map<OrganizationId, OrganizationJson> json = new LinkedHashMap<>();
    List<OrganizationJson> written = json(scope, List.copyOf(found.values()));
    int i = 0;
    for (OrganizationId id : found.keySet()) {
      json.put(id, written.get(i++));
    }
    return json;
  }

  private List<OrganizationJson> json(Scope scope, List<Organization> found) {
    return found.stream().map(o -> OrganizationJson.of(scope, o, Set.of())).toList();
  }

  private static Optional<OrganizationId> idOf(@Nullable Reference sent) {
    try {
      return sent == null || sent.id() == null
          ? Optional.empty()
          : Optional.of(OrganizationId.parse("id", sent.id()));
    } catch (Invalid malformed) {
      return Optional.empty();
    }
  }

  private static Refusal missing(Optional<OrganizationId> id) {
    return id.<Refusal>map(known -> new NotFound("external organization", known.value()))
        .orElseGet(() -> new Invalid("id", "invalid.value", "id is missing or no UUID."));
  }
}
