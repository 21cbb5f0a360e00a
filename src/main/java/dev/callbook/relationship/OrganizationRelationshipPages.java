package dev.callbook.relationship;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.organization.OrganizationHeader;
import dev.callbook.organization.OrganizationHeaders;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.relationship.RelationshipViews.Refused;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The relationships of an organization on pages: our users and their role.
@Path("/organizations/{id}/relationships")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OrganizationRelationshipPages {
  private final Relationships relationships;
  private final RelationshipViews views;
  private final Organizations organizations;
  private final OrganizationHeaders headers;
  private final PageShells shells;
  private final Caller caller;
  private final Flash flash;
  private final Words words;

  OrganizationRelationshipPages(
      Relationships relationships,
      RelationshipViews views,
      Organizations organizations,
      OrganizationHeaders headers,
      PageShells shells,
      Caller caller,
      Flash flash,
      Words words) {
    this.relationships = relationships;
    this.views = views;
    this.organizations = organizations;
    this.headers = headers;
    this.shells = shells;
    this.caller = caller;
    this.flash = flash;
    this.words = words;
  }

  @GET
  @Requires(Permission.ORGANIZATION_VIEW)
  public TemplateInstance list(
      @PathParam("id") String id, @QueryParam("page") @Nullable String page) {
    return page(id, page, Refused.NOTHING);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.ORGANIZATION_EDIT)
  public Response add(
      @PathParam("id") String id,
      @FormParam("user") @DefaultValue("") String user,
      @FormParam("relationship") @DefaultValue("") String text) {
    Scope scope = caller.scope();
    OrganizationId organization = OrganizationId.parse("id", id);
    organizations.get(scope, organization);
    try {
      relationships.add(scope, RelationshipDraft.of(organization, user, text));
    } catch (Invalid refused) {
      return refused(id, null, new Refused(null, user, text, errors(refused, "")));
    }
    return back(organization, words.of(RelationshipMessages.class).added());
  }

  @POST
  @Path("{relationshipId}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.ORGANIZATION_EDIT)
  public Response change(
      @PathParam("id") String id,
      @PathParam("relationshipId") String relationshipId,
      @QueryParam("page") @Nullable String page,
      @FormParam("relationship") @DefaultValue("") String text) {
    Scope scope = caller.scope();
    Relationship stored = relationship(scope, id, relationshipId);
    String user = stored.person().id().toString();
    try {
      relationships.correct(
          scope, stored.id(), RelationshipDraft.of(stored.organization(), user, text));
    } catch (Invalid refused) {
      String row = stored.id().toString();
      return refused(id, page, new Refused(row, "", text, errors(refused, "-" + row)));
    }
    return back(stored.organization(), words.of(RelationshipMessages.class).saved());
  }

  @POST
  @Path("{relationshipId}/delete")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
  @Requires(Permission.ORGANIZATION_EDIT)
  public Response remove(
      @PathParam("id") String id, @PathParam("relationshipId") String relationshipId) {
    Scope scope = caller.scope();
    Relationship stored = relationship(scope, id, relationshipId);
    relationships.remove(scope, List.of(stored.id()));
    return back(stored.organization(), words.of(RelationshipMessages.class).removed());
  }

  private Relationship relationship(Scope scope, String id, String relationshipId) {
    OrganizationId organization = OrganizationId.parse("id", id);
    UUID relationship = Parse.id("relationshipId", relationshipId);
    Relationship stored = relationships.get(scope, relationship);
    if (!stored.organization().equals(organization)) {
      throw new NotFound("relationship", relationship);
    }
    return stored;
  }

  /// @param row what the field's id ends with: nothing for the form of a new one
  private FormErrors errors(Invalid refused, String row) {
    RelationshipMessages say = words.of(RelationshipMessages.class);
    Map<String, String> errors = new LinkedHashMap<>();
    for (FieldError error : refused.errors()) {
      if (error.field().equals("user.id")) {
        errors.put("user", say.personNeeded());
      } else {
        errors.put(
            "relationship" + row,
            error.rule().equals("required") ? say.roleNeeded() : say.roleTooLong());
      }
    }
    return new FormErrors(errors);
  }

  private Response refused(String id, @Nullable String page, Refused refused) {
    return Response.status(422).entity(page(id, page, refused)).build();
  }

  private TemplateInstance page(String id, @Nullable String number, Refused refused) {
    Scope scope = caller.scope();
    OrganizationHeader header =
        headers.header(
            scope,
            organizations.get(scope, OrganizationId.parse("id", id)),
            OrganizationHeaders.Tab.RELATIONSHIPS);
    return RelationshipTemplates.ofOrganization(
        shells.at(Place.CONTACTS), header, views.view(scope, header, number, refused));
  }

  private Response back(OrganizationId organization, String said) {
    flash.say(said);
    return Response.seeOther(URI.create(RelationshipViews.path(organization.toString()))).build();
  }
}
