package dev.callbook.relationship;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.wire.Bulk;
import dev.callbook.wire.Bulk.Reference;
import dev.callbook.wire.Bulk.Response;
import dev.callbook.wire.BulkById;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Several relationships in one request: each answers for itself, in request order. They reach
/// those divisions in which the caller holds both permissions.
@Path("/api/v2/externalcontacts/bulk/relationships")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RelationshipBulkApi {
  private static final String KIND = "relationship";

  private final Relationships relationships;
  private final Caller caller;

  RelationshipBulkApi(Relationships relationships, Caller caller) {
    this.relationships = relationships;
    this.caller = caller;
  }

  /// `postExternalcontactsBulkRelationships`
  @POST
  @Requires(
      value = {Permission.ORGANIZATION_VIEW, Permission.CONTACT_VIEW},
      mode = Requires.Mode.ALL)
  public Response<RelationshipJson> fetch(Bulk.@Nullable Request<Reference> body) {
    Scope scope = scope(Permission.CONTACT_VIEW);
    return BulkById.fetch(
        Bulk.entities(body),
        KIND,
        ids ->
            relationships.find(scope, ids).entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, found -> json(scope, found.getValue()))));
  }

  /// `postExternalcontactsBulkRelationshipsAdd`
  @POST
  @Path("add")
  @Requires(
      value = {Permission.ORGANIZATION_ADD, Permission.CONTACT_ADD},
      mode = Requires.Mode.ALL)
  public Response<RelationshipJson> add(Bulk.@Nullable Request<RelationshipJson> body) {
    Scope scope = scope(Permission.CONTACT_ADD);
    return Response.of(
        Bulk.each(
            Bulk.entities(body),
            RelationshipJson::draft,
            drafts -> json(scope, relationships.add(scope, drafts)),
            sent -> null));
  }

  /// `postExternalcontactsBulkRelationshipsUpdate`
  @POST
  @Path("update")
  @Requires(
      value = {Permission.ORGANIZATION_EDIT, Permission.CONTACT_EDIT},
      mode = Requires.Mode.ALL)
  public Response<RelationshipJson> update(Bulk.@Nullable Request<RelationshipJson> body) {
    Scope scope = scope(Permission.CONTACT_EDIT);
    List<@Nullable RelationshipJson> sent = Bulk.entities(body);
    BulkById.refuseRepeats(sent);
    return Response.of(
        Bulk.each(
            sent,
            entity -> Map.entry(BulkById.id(entity), entity.draft()),
            drafts -> json(scope, relationships.correct(scope, BulkById.inOrder(drafts))),
            RelationshipJson::id));
  }

  /// `postExternalcontactsBulkRelationshipsRemove`
  @POST
  @Path("remove")
  @Requires(
      value = {Permission.ORGANIZATION_DELETE, Permission.CONTACT_DELETE},
      mode = Requires.Mode.ALL)
  public Response<RelationshipJson> remove(Bulk.@Nullable Request<Reference> body) {
    Scope scope = scope(Permission.CONTACT_DELETE);
    return BulkById.remove(Bulk.entities(body), KIND, ids -> relationships.remove(scope, ids));
  }

  private Scope scope(Permission other) {
    return caller.scope().and(caller.scope(other));
  }

  private static List<RelationshipJson> json(Scope scope, List<Relationship> found) {
    return found.stream().map(one -> json(scope, one)).toList();
  }

  private static RelationshipJson json(Scope scope, Relationship relationship) {
    return RelationshipJson.of(scope, relationship, Set.of());
  }
}
