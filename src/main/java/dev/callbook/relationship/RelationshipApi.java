package dev.callbook.relationship;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Patch;
import dev.callbook.wire.PatchJson;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The public API's relationship resource. Translates; decides nothing.
@Path(RelationshipJson.PATH)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RelationshipApi {
  static final Set<String> EXPAND = Set.of("externalDataSources", "division");

  private final Relationships relationships;
  private final PatchJson patches;
  private final Caller caller;

  RelationshipApi(Relationships relationships, PatchJson patches, Caller caller) {
    this.relationships = relationships;
    this.patches = patches;
    this.caller = caller;
  }

  /// `getExternalcontactsRelationship`
  @GET
  @Path("{relationshipId}")
  @Requires(Permission.ORGANIZATION_VIEW)
  public RelationshipJson get(
      @PathParam("relationshipId") String id, @QueryParam("expand") @Nullable List<String> expand) {
    Scope scope = caller.scope();
    Set<String> expanded = Parse.expand(expand, EXPAND);
    return RelationshipJson.of(scope, relationships.get(scope, parse(id)), expanded);
  }

  /// `postExternalcontactsRelationships`
  @POST
  @Requires(Permission.ORGANIZATION_EDIT)
  public RelationshipJson add(@Nullable RelationshipJson body) {
    Scope scope = caller.scope();
    Relationship added = relationships.add(scope, Parse.body(body).draft());
    return RelationshipJson.of(scope, added, Set.of());
  }

  /// `putExternalcontactsRelationship`
  @PUT
  @Path("{relationshipId}")
  @Requires(Permission.ORGANIZATION_EDIT)
  public RelationshipJson replace(
      @PathParam("relationshipId") String id, @Nullable RelationshipJson body) {
    Scope scope = caller.scope();
    Relationship changed = relationships.correct(scope, parse(id), Parse.body(body).draft());
    return RelationshipJson.of(scope, changed, Set.of());
  }

  /// `patchExternalcontactsRelationship`
  @PATCH
  @Path("{relationshipId}")
  @Requires(Permission.ORGANIZATION_EDIT)
  public RelationshipJson patch(@PathParam("relationshipId") String id, @Nullable Patch body) {
    Scope scope = caller.scope();
    UUID relationship = parse(id);
    ObjectNode json =
        patches.tree(RelationshipJson.of(scope, relationships.get(scope, relationship), Set.of()));
    patches.present(body).applyTo(json);
    Relationship changed =
        relationships.correct(
            scope, relationship, patches.read(json, RelationshipJson.class).draft());
    return RelationshipJson.of(scope, changed, Set.of());
  }

  /// `deleteExternalcontactsRelationship`
  @DELETE
  @Path("{relationshipId}")
  @Requires(Permission.ORGANIZATION_EDIT)
  public Map<String, Object> remove(@PathParam("relationshipId") String id) {
    UUID relationship = parse(id);
    if (relationships.remove(caller.scope(), List.of(relationship)).isEmpty()) {
      throw new NotFound("relationship", relationship);
    }
    return Map.of();
  }

  private static UUID parse(String id) {
    return Parse.id("relationshipId", id);
  }
}
