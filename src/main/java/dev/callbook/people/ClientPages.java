package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Clients;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Programs that may ask for tokens. A secret is shown once, on the answer that made it.
@Path("/clients")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ClientPages {
  private final Clients clients;
  private final Grants grants;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final Words words;

  ClientPages(
      Clients clients, Grants grants, PageShells shells, Flash flash, Caller caller, Words words) {
    this.clients = clients;
    this.grants = grants;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.words = words;
  }

  @GET
  @Requires(Permission.CLIENT_VIEW)
  public TemplateInstance list() {
    return page(caller.scope(), null, "", FormErrors.none());
  }

  private TemplateInstance page(
      Scope scope, Clients.@Nullable Issued issued, String name, FormErrors errors) {
    var held = grants.held(scope);
    Access access = caller.access();
    return PeopleTemplates.clients(
        shells.at(Place.CLIENTS),
        new ClientsView(
            clients.all(scope).stream()
                .map(client ->
                    new ClientsView.Row(
                        client.id().toString(),
                        client.name(),
                        held.stream()
                            .filter(h -> h.subject().equals(client.id()))
                            .map(grants::inWords)
                            .toList()))
                .toList(),
            grants.roleChoices(scope),
            grants.divisionChoices(scope),
            issued == null
                ? null
                : new ClientsView.Issued(
                    issued.client().id().toString(), issued.client().name(), issued.secret()),
            name,
            errors,
            new ClientsView.May(
                access.may(Permission.CLIENT_ADD) && access.may(Permission.GRANT_ADD),
                access.may(Permission.CLIENT_EDIT),
                access.may(Permission.CLIENT_DELETE))));
  }

  @POST
  @Requires(Permission.CLIENT_ADD)
  public Response add(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("division") @DefaultValue("") String division) {
    Scope scope = caller.scope();
    try {
      Clients.Issued issued = clients.add(scope, name);
      if (!role.isBlank() && !division.isBlank()) {
        grants.give(caller.scope(Permission.GRANT_ADD), issued.client().id(), role, division);
      }
      return Response.ok(page(scope, issued, "", FormErrors.none())).build();
    } catch (Invalid _) {
      FormErrors errors =
          new FormErrors(Map.of("name", words.of(PeopleMessages.class).nameNeeded()));
      return Response.status(422).entity(page(scope, null, name, errors)).build();
    }
  }

  @POST
  @Path("{clientId}/secret")
  @Requires(Permission.CLIENT_EDIT)
  public TemplateInstance rotate(@PathParam("clientId") String id) {
    Scope scope = caller.scope();
    return page(scope, clients.rotate(scope, Parse.id("clientId", id)), "", FormErrors.none());
  }

  @POST
  @Path("{clientId}/delete")
  @Requires(Permission.CLIENT_DELETE)
  public Response remove(@PathParam("clientId") String id) {
    clients.remove(caller.scope(), Parse.id("clientId", id));
    flash.say(words.of(PeopleMessages.class).clientRemoved());
    return Response.seeOther(URI.create("/clients")).build();
  }
}
