package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.ClientDraft;
import dev.callbook.access.Clients;
import dev.callbook.access.Grants;
import dev.callbook.access.OAuthClient;
import dev.callbook.access.OAuthScope;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.people.ClientsView.Typed;
import dev.callbook.web.Choice;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Programs that may ask for tokens. A secret is shown once, on the answer that made it.
@Path("/clients")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ClientPages {
  private final Clients clients;
  private final GrantForms grants;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final Words words;

  ClientPages(
      Clients clients,
      GrantForms grants,
      PageShells shells,
      Flash flash,
      Caller caller,
      Words words) {
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
    return page(caller.scope(), null, Typed.nothing(), FormErrors.none());
  }

  private TemplateInstance page(
      Scope scope, Clients.@Nullable Issued issued, Typed typed, FormErrors errors) {
    var held = grants.held(scope);
    Access access = caller.access();
    return PeopleTemplates.clients(
        shells.at(Place.CLIENTS),
        new ClientsView(
            clients.all(scope).stream().map(client -> row(client, held)).toList(),
            grants.roleChoices(scope),
            grants.divisionChoices(scope),
            scopeChoices(),
            issued == null
                ? null
                : new ClientsView.Issued(
                    issued.client().id().toString(), issued.client().name(), issued.secret()),
            typed,
            errors,
            new ClientsView.May(
                access.may(Permission.CLIENT_ADD) && access.may(Permission.GRANT_ADD),
                access.may(Permission.CLIENT_EDIT),
                access.may(Permission.CLIENT_DELETE))));
  }

  private ClientsView.Row row(OAuthClient client, List<Grants.Held> held) {
    ClientDraft details = client.details();
    return new ClientsView.Row(
        client.id().toString(),
        client.name(),
        client.active(),
        held.stream().filter(h -> h.subject().equals(client.id())).map(grants::inWords).toList(),
        details.redirectUris(),
        details.scopes().stream().sorted().map(OAuthScope::word).toList());
  }

  private List<Choice> scopeChoices() {
    return Arrays.stream(OAuthScope.values())
        .map(scope -> new Choice(scope.word(), scope.word(), false))
        .toList();
  }

  @POST
  @Requires(Permission.CLIENT_ADD)
  public Response add(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("acts") @DefaultValue("itself") String acts,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("division") @DefaultValue("") String division,
      @FormParam("addresses") @DefaultValue("") String addresses,
      @FormParam("scope") @DefaultValue("") String oauthScope) {
    Scope scope = caller.scope();
    boolean forUsers = acts.equals("users");
    try {
      Clients.Issued issued =
          forUsers
              ? clients.add(scope, forUsers(name, addresses, oauthScope))
              : grants.addClient(scope, name, role, division);
      return Response.ok(page(scope, issued, Typed.nothing(), FormErrors.none())).build();
    } catch (Invalid refused) {
      Typed typed = new Typed(name, forUsers, addresses);
      return Response.status(422).entity(page(scope, null, typed, messages(refused))).build();
    }
  }

  private static ClientDraft forUsers(String name, String addresses, String oauthScope) {
    return new ClientDraft(
        name,
        null,
        ClientDraft.Grant.CODE,
        ClientDraft.DEFAULT_LIFETIME,
        addresses.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
        OAuthScope.of(oauthScope).map(Set::of).orElse(Set.of()));
  }

  private FormErrors messages(Invalid refused) {
    PeopleMessages say = words.of(PeopleMessages.class);
    Map<String, String> errors = new LinkedHashMap<>();
    for (FieldError error : refused.errors()) {
      if (error.field().equals("name")) {
        errors.put("name", say.nameNeeded());
      } else if (error.field().startsWith("registeredRedirectUri")) {
        errors.put("addresses", say.addressNeeded());
      } else {
        errors.put(error.field(), say.scopeNeeded());
      }
    }
    return new FormErrors(errors);
  }

  @POST
  @Path("{clientId}/secret")
  @Requires(Permission.CLIENT_EDIT)
  public TemplateInstance rotate(@PathParam("clientId") String id) {
    Scope scope = caller.scope();
    UUID client = Parse.id("clientId", id);
    clients.get(scope, client);
    grants.requireAllOf(client);
    return page(scope, clients.rotate(scope, client), Typed.nothing(), FormErrors.none());
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
