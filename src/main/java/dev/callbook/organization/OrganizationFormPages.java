package dev.callbook.organization;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.Outdated;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/// Adds and changes organizations by hand.
@Path("/organizations")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OrganizationFormPages {
  private final Organizations organizations;
  private final OrganizationForms forms;
  private final OrganizationFormReader reader;
  private final PageShells shells;
  private final Caller caller;
  private final Flash flash;
  private final Words words;

  OrganizationFormPages(
      Organizations organizations,
      OrganizationForms forms,
      OrganizationFormReader reader,
      PageShells shells,
      Caller caller,
      Flash flash,
      Words words) {
    this.organizations = organizations;
    this.forms = forms;
    this.reader = reader;
    this.shells = shells;
    this.caller = caller;
    this.flash = flash;
    this.words = words;
  }

  @GET
  @Path("new")
  @Requires(Permission.ORGANIZATION_ADD)
  public TemplateInstance blank() {
    return page(forms.adding(caller.scope(), OrganizationPost.blank(), FormErrors.none()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.ORGANIZATION_ADD)
  public Response add(MultivaluedMap<String, String> sent) {
    Scope scope = caller.scope();
    OrganizationPost post = OrganizationPost.of(sent);
    if (post.custom().isPicking()) {
      return again(200, forms.adding(scope, post, FormErrors.none()));
    }
    try {
      OrganizationDetails details = reader.read(scope, post, caller.access().region());
      Optional<String> division = Optional.of(post.division()).filter(id -> !id.isBlank());
      Organization added = organizations.add(scope, new OrganizationDraft(division, details));
      flash.say(words.of(OrganizationMessages.class).added());
      return to(added.id());
    } catch (Invalid refused) {
      return refused(forms.adding(scope, post, forms.errors(refused)));
    }
  }

  @GET
  @Path("{id}/edit")
  @Requires(Permission.ORGANIZATION_EDIT)
  public TemplateInstance edit(@PathParam("id") String id) {
    Scope scope = caller.scope();
    Organization saved = organizations.get(scope, OrganizationId.parse("id", id));
    OrganizationPost post = OrganizationPost.of(saved.details());
    return page(forms.changing(scope, saved, saved.version(), post, FormErrors.none()));
  }

  /// Who saves a form that someone else overtook chooses field by field between both versions.
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.ORGANIZATION_EDIT)
  public Response correct(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
    Scope scope = caller.scope();
    OrganizationId organization = OrganizationId.parse("id", id);
    OrganizationPost post = OrganizationPost.of(sent);
    int version = Parse.number("version", sent.getFirst("version"), 0, 0, Integer.MAX_VALUE);
    if (post.custom().isPicking()) {
      Organization saved = organizations.get(scope, organization);
      return again(200, forms.changing(scope, saved, version, post, FormErrors.none()));
    }
    try {
      organizations.correct(
          scope, organization, OptionalInt.of(version), stored -> edited(stored, sent));
    } catch (Outdated _) {
      Organization saved = organizations.get(scope, organization);
      return again(Response.Status.CONFLICT.getStatusCode(), forms.conflicting(scope, saved, post));
    } catch (Invalid refused) {
      Organization saved = organizations.get(scope, organization);
      return refused(forms.changing(scope, saved, version, post, forms.errors(refused)));
    }
    flash.say(words.of(OrganizationMessages.class).saved());
    return to(organization);
  }

  private Organization edited(Organization stored, MultivaluedMap<String, String> sent) {
    OrganizationPost saved = OrganizationPost.of(stored.details());
    OrganizationPost post = OrganizationPost.of(sent).taking(sent, saved);
    return stored.withDetails(
        reader.read(caller.scope(), post, stored.details(), caller.access().region()));
  }

  private TemplateInstance page(OrganizationForm form) {
    return OrganizationTemplates.edit(shells.at(Place.CONTACTS), form);
  }

  private Response refused(OrganizationForm form) {
    return again(422, form);
  }

  private Response again(int status, OrganizationForm form) {
    return Response.status(status).entity(page(form)).build();
  }

  private static Response to(OrganizationId id) {
    return Response.seeOther(URI.create("/organizations/" + id)).build();
  }
}
