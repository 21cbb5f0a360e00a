package dev.callbook.people;

import dev.callbook.access.Caller;
import dev.callbook.access.ClientDraft;
import dev.callbook.access.Clients;
import dev.callbook.access.OAuthClient;
import dev.callbook.access.OAuthScope;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.access.Sessions;
import dev.callbook.people.ClientView.Typed;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One program that may ask for tokens: what it is, what it may do, what it holds.
@Path("/clients")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ClientPages {
  private static final int LONGEST_MINUTES = 1_000_000;

  private final Clients clients;
  private final Sessions sessions;
  private final GrantForms grants;
  private final ClientViews views;
  private final ClientFormErrors wrong;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final Words words;

  ClientPages(
      Clients clients,
      Sessions sessions,
      GrantForms grants,
      ClientViews views,
      ClientFormErrors wrong,
      PageShells shells,
      Flash flash,
      Caller caller,
      Words words) {
    this.clients = clients;
    this.sessions = sessions;
    this.grants = grants;
    this.views = views;
    this.wrong = wrong;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.words = words;
  }

  @GET
  @Path("{clientId}")
  @Requires(Permission.CLIENT_VIEW)
  public TemplateInstance show(
      @PathParam("clientId") String id,
      @QueryParam("tokens") @Nullable String tokens,
      @QueryParam("logins") @Nullable String logins,
      @QueryParam("consents") @Nullable String consents) {
    Scope scope = caller.scope();
    OAuthClient client = client(scope, id);
    return page(scope, client, new ClientViews.Asked(tokens, logins, consents), null);
  }

  private OAuthClient client(Scope scope, String id) {
    return clients.get(scope, Parse.id("clientId", id));
  }

  private TemplateInstance page(
      Scope scope, OAuthClient client, ClientViews.Asked asked, @Nullable String secret) {
    return PeopleTemplates.client(
        shells.at(Place.CLIENTS),
        views.of(
            scope,
            client,
            asked,
            ClientViews.typed(client),
            client.details().scopes(),
            FormErrors.none(),
            secret));
  }

  private Response done(UUID client, String what) {
    flash.say(what);
    return Response.seeOther(URI.create("/clients/" + client)).build();
  }

  @POST
  @Path("{clientId}")
  @Requires(Permission.CLIENT_EDIT)
  public Response correct(
      @PathParam("clientId") String id,
      @FormParam("version") @DefaultValue("0") String version,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("description") @DefaultValue("") String description,
      @FormParam("minutes") @DefaultValue("") String minutes,
      @FormParam("addresses") @DefaultValue("") String addresses,
      @FormParam("scope") @Nullable List<String> oauthScopes,
      @FormParam("active") boolean active) {
    Scope scope = caller.scope();
    OAuthClient client = client(scope, id);
    int seen = Parse.number("version", version, 0, 0, Integer.MAX_VALUE);
    Set<OAuthScope> scopes = scopes(oauthScopes);
    try {
      int lifetime = Parse.number("accessTokenValiditySeconds", minutes, 0, 0, LONGEST_MINUTES);
      Duration was = client.details().tokenLifetime();
      ClientDraft draft =
          new ClientDraft(
              name,
              description,
              client.details().grant(),
              lifetime == was.toMinutes() ? was : Duration.ofMinutes(lifetime),
              ClientListPages.lines(addresses),
              scopes);
      clients.correct(scope, client.id(), Optional.of(seen), draft, active);
    } catch (Invalid refused) {
      Typed typed = new Typed(name, description, minutes, addresses);
      return Response.status(422)
          .entity(
              PeopleTemplates.client(
                  shells.at(Place.CLIENTS),
                  views.of(
                      scope,
                      client,
                      ClientViews.Asked.first(),
                      typed,
                      scopes,
                      wrong.of(refused),
                      null)))
          .build();
    }
    return done(client.id(), words.of(PeopleMessages.class).clientSaved());
  }

  private static Set<OAuthScope> scopes(@Nullable List<String> sent) {
    Set<OAuthScope> read = EnumSet.noneOf(OAuthScope.class);
    for (String word : sent == null ? List.<String>of() : sent) {
      OAuthScope.of(word).ifPresent(read::add);
    }
    return read;
  }

  /// The secret stands on this answer and nowhere else.
  @POST
  @Path("{clientId}/secret")
  @Requires(Permission.CLIENT_EDIT)
  public TemplateInstance rotate(@PathParam("clientId") String id) {
    Scope scope = caller.scope();
    OAuthClient client = client(scope, id);
    grants.requireAllOf(client.id());
    Clients.Issued issued = clients.rotate(scope, client.id());
    return page(scope, issued.client(), ClientViews.Asked.first(), issued.secret());
  }

  @POST
  @Path("{clientId}/grants")
  @Requires(Permission.GRANT_ADD)
  public Response give(
      @PathParam("clientId") String id,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("division") @DefaultValue("") String division) {
    Scope scope = caller.scope();
    OAuthClient client = client(scope, id);
    if (client.details().grant() == ClientDraft.Grant.CODE) {
      throw new Invalid(
          "role", "invalid.value", "A client that acts for users has no roles of its own.");
    }
    grants.give(scope, client.id(), role, division);
    return done(client.id(), words.of(PeopleMessages.class).roleGiven());
  }

  @POST
  @Path("{clientId}/grants/revoke")
  @Requires(Permission.GRANT_DELETE)
  public Response take(
      @PathParam("clientId") String id,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("division") @DefaultValue("") String division) {
    Scope scope = caller.scope();
    OAuthClient client = client(scope, id);
    grants.take(scope, client.id(), role, division);
    return done(client.id(), words.of(PeopleMessages.class).roleTaken());
  }

  /// One token where one is named, by which of the two names; otherwise whatever the client holds.
  @POST
  @Path("{clientId}/tokens/end")
  @Requires(Permission.CLIENT_EDIT)
  public Response endTokens(
      @PathParam("clientId") String id,
      @FormParam("token") @DefaultValue("") String token,
      @FormParam("login") @DefaultValue("") String login) {
    Scope scope = caller.scope();
    OAuthClient client = client(scope, id);
    PeopleMessages say = words.of(PeopleMessages.class);
    if (!token.isBlank()) {
      sessions.endToken(scope, client.id(), token);
    } else if (!login.isBlank()) {
      sessions.endLoginOf(scope, client.id(), Parse.id("login", login));
    } else {
      sessions.endAllOf(scope, client.id());
      return done(client.id(), say.allTokensEnded());
    }
    return done(client.id(), say.tokenEnded());
  }

  @POST
  @Path("{clientId}/consents/revoke")
  @Requires(Permission.CLIENT_EDIT)
  public Response revoke(
      @PathParam("clientId") String id, @FormParam("user") @DefaultValue("") String user) {
    Scope scope = caller.scope();
    OAuthClient client = client(scope, id);
    sessions.revoke(scope, client.id(), Parse.id("user", user));
    return done(client.id(), words.of(PeopleMessages.class).consentRevoked());
  }

  @POST
  @Path("{clientId}/delete")
  @Requires(Permission.CLIENT_DELETE)
  public Response remove(@PathParam("clientId") String id) {
    Scope scope = caller.scope();
    clients.remove(scope, client(scope, id).id());
    flash.say(words.of(PeopleMessages.class).clientRemoved());
    return Response.seeOther(URI.create("/clients")).build();
  }
}
