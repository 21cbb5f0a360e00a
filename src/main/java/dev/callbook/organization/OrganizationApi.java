package dev.callbook.organization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.directory.Filter;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.Sort;
import dev.callbook.externalsource.ExternalSourceWriter;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Patch;
import dev.callbook.wire.PatchJson;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The public API's organization resource. Translates; decides nothing.
@Path(OrganizationJson.PATH)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationApi {
  private static final Set<String> EXPAND =
      Set.of("externalDataSources", "division", "identifiers", "externalSources");
  private static final Map<String, OrganizationQuery.Sort> SORTS =
      Map.of(
          "name", OrganizationQuery.Sort.NAME,
          "companyType", OrganizationQuery.Sort.COMPANY_TYPE,
          "industry", OrganizationQuery.Sort.INDUSTRY);

  private static final int MAX_TRUSTORS = 25;

  private final Organizations organizations;
  private final Trustors trustors;
  private final OrganizationReader reader;
  private final ExternalSourceWriter sources;
  private final PatchJson patches;
  private final Caller caller;

  OrganizationApi(
      Organizations organizations,
      Trustors trustors,
      OrganizationReader reader,
      ExternalSourceWriter sources,
      PatchJson patches,
      Caller caller) {
    this.organizations = organizations;
    this.trustors = trustors;
    this.reader = reader;
    this.sources = sources;
    this.patches = patches;
    this.caller = caller;
  }

  /// `getExternalcontactsOrganization`
  @GET
  @Path("{externalOrganizationId}")
  @Requires(Permission.ORGANIZATION_VIEW)
  public OrganizationJson get(
      @PathParam("externalOrganizationId") String id,
      @QueryParam("expand") @Nullable List<String> expand,
      @QueryParam("includeTrustors") @Nullable String includeTrustors) {
    Scope scope = caller.scope();
    Set<String> expanded = Parse.expand(expand, EXPAND);
    boolean withTrustors = Parse.flag("includeTrustors", includeTrustors);
    Organization found =
        organizations.get(scope, OrganizationId.parse("externalOrganizationId", id));
    return json(scope, List.of(found), expanded, withTrustors).getFirst();
  }

  /// `getExternalcontactsOrganizations`
  @GET
  @Requires(Permission.ORGANIZATION_VIEW)
  public Listing<OrganizationJson> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("trustorId") @Nullable List<String> trustorId,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber,
      @QueryParam("sortOrder") @Nullable String sortOrder,
      @QueryParam("expand") @Nullable List<String> expand,
      @QueryParam("includeTrustors") @Nullable String includeTrustors,
      @QueryParam("divisionIds") @Nullable List<String> divisionIds) {
    List<String> divisions = Parse.list(divisionIds);
    if (divisions.size() > 50) {
      throw new Invalid("divisionIds", "too.many", "divisionIds may name 50 divisions at most.");
    }
    Scope scope = caller.scope().within("divisionIds", divisions);
    PageRequest page = PageRequest.of(pageSize, pageNumber);
    Optional<Sort<OrganizationQuery.Sort>> sort = Sort.parse(sortOrder, SORTS);
    Set<String> expanded = Parse.expand(expand, EXPAND);
    boolean withTrustors = Parse.flag("includeTrustors", includeTrustors);
    List<UUID> of = trustors(trustorId);
    OrganizationPage found = of.isEmpty() ? page(scope, q, sort, page) : linkedTo(scope, of, page);
    Link link =
        Link.to(OrganizationJson.PATH)
            .with("q", q)
            .with("trustorId", of.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .with("includeTrustors", withTrustors ? "true" : null)
            .with("sortOrder", sort.map(Sort::text).orElse(null))
            .with("expand", String.join(",", expanded))
            .with("divisionIds", String.join(",", divisions));
    return Listing.of(
        json(scope, found.organizations(), expanded, withTrustors), page, found.counted(), link);
  }

  private OrganizationPage page(
      Scope scope,
      @Nullable String q,
      Optional<Sort<OrganizationQuery.Sort>> sort,
      PageRequest page) {
    return organizations.list(
        scope,
        new OrganizationQuery(
            q == null ? "" : q,
            Filter.everything(),
            sort.map(Sort::by).orElse(OrganizationQuery.Sort.NAME),
            sort.map(Sort::descending).orElse(false),
            Optional.empty(),
            page.offset(),
            page.size()));
  }

  private static List<UUID> trustors(@Nullable List<String> sent) {
    List<String> ids = Parse.list(sent);
    if (ids.size() > MAX_TRUSTORS) {
      throw new Invalid(
          "trustorId", "too.many", "trustorId may name " + MAX_TRUSTORS + " trustors at most.");
    }
    return ids.stream().map(id -> Parse.id("trustorId", id)).distinct().toList();
  }

  /// In the order in which their trustors were named, whatever `q` and `sortOrder` say.
  private OrganizationPage linkedTo(Scope scope, List<UUID> of, PageRequest page) {
    List<Organization> linked = trustors.organizations(scope, of);
    List<Organization> shown = linked.stream().skip(page.offset()).limit(page.size()).toList();
    return new OrganizationPage(
        shown, linked.size(), linked.size() > page.offset() + shown.size(), false);
  }

  private List<OrganizationJson> json(
      Scope scope, List<Organization> found, Set<String> expanded, boolean withTrustors) {
    Map<OrganizationId, Trustor> linked =
        withTrustors ? trustors.of(scope, found.stream().map(Organization::id).toList()) : Map.of();
    Map<UUID, ExternalSourceJson> whole = sources(scope, found, expanded);
    return found.stream()
        .map(o -> OrganizationJson.of(scope, o, expanded, whole, linked.get(o.id())))
        .toList();
  }

  private Map<UUID, ExternalSourceJson> sources(
      Scope scope, List<Organization> found, Set<String> expanded) {
    return expanded.contains("externalSources")
        ? sources.expanded(
            scope, found.stream().flatMap(o -> o.details().externalIds().stream()).toList())
        : Map.of();
  }

  /// `postExternalcontactsOrganizations`
  @POST
  @Requires(Permission.ORGANIZATION_ADD)
  public OrganizationJson add(@Nullable OrganizationJson body) {
    Scope scope = caller.scope();
    OrganizationJson sent = present(body);
    OrganizationDetails details = reader.read(scope, sent, null, caller.access().region());
    Organization added =
        organizations.add(
            scope, new OrganizationDraft(DivisionJson.idOf(sent.division()), details));
    return OrganizationJson.of(scope, added, Set.of());
  }

  /// `putExternalcontactsOrganization`: replaces every writable field. `version`, where sent, must
  /// be the stored one.
  @PUT
  @Path("{externalOrganizationId}")
  @Requires(Permission.ORGANIZATION_EDIT)
  public OrganizationJson replace(
      @PathParam("externalOrganizationId") String id, @Nullable OrganizationJson body) {
    Scope scope = caller.scope();
    OrganizationJson sent = present(body);
    Organization changed =
        organizations.correct(
            scope,
            OrganizationId.parse("externalOrganizationId", id),
            sent.version() == null ? OptionalInt.empty() : OptionalInt.of(sent.version()),
            stored -> edit(scope, stored, sent));
    return OrganizationJson.of(scope, changed, Set.of());
  }

  /// `patchExternalcontactsOrganization`
  @PATCH
  @Path("{externalOrganizationId}")
  @Requires(Permission.ORGANIZATION_EDIT)
  public OrganizationJson patch(
      @PathParam("externalOrganizationId") String id, @Nullable Patch body) {
    Scope scope = caller.scope();
    Patch patch = patches.present(body);
    Organization changed =
        organizations.correct(
            scope,
            OrganizationId.parse("externalOrganizationId", id),
            OptionalInt.empty(),
            stored -> {
              ObjectNode json = patches.tree(OrganizationJson.of(scope, stored, Set.of()));
              patch.applyTo(json);
              return edit(scope, stored, patches.read(json, OrganizationJson.class));
            });
    return OrganizationJson.of(scope, changed, Set.of());
  }

  /// `deleteExternalcontactsOrganization`
  @DELETE
  @Path("{externalOrganizationId}")
  @Requires(Permission.ORGANIZATION_DELETE)
  public Map<String, Object> remove(@PathParam("externalOrganizationId") String id) {
    OrganizationId organization = OrganizationId.parse("externalOrganizationId", id);
    if (organizations.remove(caller.scope(), List.of(organization)).isEmpty()) {
      throw new NotFound("external organization", organization.value());
    }
    return Map.of();
  }

  private Organization edit(Scope scope, Organization stored, OrganizationJson sent) {
    return OrganizationEdits.apply(scope, stored, sent, reader, caller.access().region());
  }

  private static OrganizationJson present(@Nullable OrganizationJson body) {
    if (body == null) {
      throw new Invalid("body", "required", "An organization is needed as the request's body.");
    }
    return body;
  }
}
