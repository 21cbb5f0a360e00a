package dev.callbook.relationship;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.Sort;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The relationships of one organization.
@Path(OrganizationJson.PATH + "/{externalOrganizationId}/relationships")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationRelationshipApi {
  private static final Map<String, RelationshipQuery.Sort> SORTS =
      Map.of(
          "createDate", RelationshipQuery.Sort.CREATED,
          "relationship", RelationshipQuery.Sort.TEXT);

  private final Relationships relationships;
  private final Caller caller;

  OrganizationRelationshipApi(Relationships relationships, Caller caller) {
    this.relationships = relationships;
    this.caller = caller;
  }

  /// `getExternalcontactsOrganizationRelationships`: newest first unless sorted otherwise.
  @GET
  @Requires(Permission.ORGANIZATION_VIEW)
  public Listing<RelationshipJson> list(
      @PathParam("externalOrganizationId") String id,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber,
      @QueryParam("expand") @Nullable List<String> expand,
      @QueryParam("sortOrder") @Nullable String sortOrder) {
    Scope scope = caller.scope();
    OrganizationId organization = OrganizationId.parse("externalOrganizationId", id);
    PageRequest page = PageRequest.of(pageSize, pageNumber);
    Optional<Sort<RelationshipQuery.Sort>> sort = Sort.parse(sortOrder, SORTS);
    Set<String> expanded = Parse.expand(expand, RelationshipApi.EXPAND);
    RelationshipPage found =
        relationships.of(
            scope,
            organization,
            new RelationshipQuery(
                sort.map(Sort::by).orElse(RelationshipQuery.Sort.CREATED),
                sort.map(Sort::descending).orElse(true),
                page.offset(),
                page.size()));
    Link link =
        Link.to(OrganizationJson.PATH + "/" + organization + "/relationships")
            .with("expand", String.join(",", expanded))
            .with("sortOrder", sort.map(Sort::text).orElse(null));
    return Listing.of(
        found.relationships().stream()
            .map(one -> RelationshipJson.of(scope, one, expanded))
            .toList(),
        page,
        found.counted(),
        link);
  }
}
