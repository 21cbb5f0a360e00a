package dev.callbook.access.oauth;

import static dev.callbook.access.Permission.CLIENT_ADD;
import static dev.callbook.access.Permission.CLIENT_DELETE;
import static dev.callbook.access.Permission.CLIENT_EDIT;
import static dev.callbook.access.Permission.CLIENT_VIEW;

import dev.callbook.access.Caller;
import dev.callbook.access.ClientDraft;
import dev.callbook.access.Clients;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Divisions;
import dev.callbook.access.Grants;
import dev.callbook.access.Grants.Grant;
import dev.callbook.access.OAuthClient;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.access.oauth.OAuthClientJson.RoleDivisionJson;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.TooMany;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The public API's OAuth clients. A secret is answered once, where it was made.
@Path(OAuthClientApi.PATH)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OAuthClientApi {
  static final String PATH = "/api/v2/oauth/clients";

  private static final int MOST_GRANTS = 100;

  private final Clients clients;
  private final Grants grants;
  private final Divisions divisions;
  private final Caller caller;

  OAuthClientApi(Clients clients, Grants grants, Divisions divisions, Caller caller) {
    this.clients = clients;
    this.grants = grants;
    this.divisions = divisions;
    this.caller = caller;
  }

  /// `getOauthClients`: all of them on one page.
  @GET
  @Requires(CLIENT_VIEW)
  public Listing<OAuthClientJson> list() {
    Scope scope = caller.scope();
    Map<UUID, List<Grants.Held>> held =
        grants.all(scope.org()).stream().collect(Collectors.groupingBy(Grants.Held::subject));
    List<OAuthClientJson> all =
        clients.all(scope).stream()
            .map(client ->
                OAuthClientJson.of(client, toJson(held.getOrDefault(client.id(), List.of())), null))
            .toList();
    return Listing.of(all, new PageRequest(Math.max(1, all.size()), 1), all.size(), Link.to(PATH));
  }

  /// `getOauthClient`
  @GET
  @Path("{clientId}")
  @Requires(CLIENT_VIEW)
  public OAuthClientJson get(@PathParam("clientId") String id) {
    return toJson(clients.get(caller.scope(), id(id)), null);
  }

  private static UUID id(String text) {
    return Parse.id("clientId", text);
  }

  private OAuthClientJson toJson(OAuthClient client, @Nullable String secret) {
    return OAuthClientJson.of(
        client, toJson(grants.of(caller.access().org(), client.id())), secret);
  }

  private static List<@Nullable RoleDivisionJson> toJson(List<Grants.Held> held) {
    List<@Nullable RoleDivisionJson> json = new ArrayList<>();
    held.forEach(grant ->
        json.add(new RoleDivisionJson(grant.roleId().toString(), grant.division().wireId())));
    return json;
  }

  /// `postOauthClients`
  @POST
  @Requires(CLIENT_ADD)
  @Transactional
  public OAuthClientJson add(@Nullable OAuthClientJson body) {
    OAuthClientJson sent = Parse.body(body);
    ClientDraft draft = sent.toDraft();
    Clients.Issued issued = clients.add(caller.scope(), draft);
    giveRoles(issued.client(), sent);
    return toJson(issued.client(), issued.secret());
  }

  /// `putOauthClient`: roles that are not sent are taken; without `roleDivisions` they stay.
  @PUT
  @Path("{clientId}")
  @Requires(CLIENT_EDIT)
  @Transactional
  public OAuthClientJson replace(@PathParam("clientId") String id, @Nullable OAuthClientJson body) {
    UUID client = id(id);
    clients.get(caller.scope(), client);
    OAuthClientJson sent = Parse.body(body);
    OAuthClient changed =
        clients.correct(caller.scope(), client, Optional.empty(), sent.toDraft(), sent.isActive());
    giveRoles(changed, sent);
    return toJson(changed, null);
  }

  private void giveRoles(OAuthClient client, OAuthClientJson sent) {
    List<@Nullable RoleDivisionJson> roles = sent.roleDivisions();
    if (roles == null || (roles.isEmpty() && isForUsers(client))) {
      return;
    }
    if (isForUsers(client)) {
      throw new Invalid(
          "roleDivisions",
          "invalid.value",
          "A client that acts for users has no roles of its own: it may do what its user may.");
    }
    if (roles.size() > MOST_GRANTS) {
      throw new TooMany("roleDivisions", MOST_GRANTS);
    }
    List<Grant> wanted = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      wanted.add(grant(client.id(), roles.get(i), "roleDivisions[" + i + "]."));
    }
    grants.replace(caller.access(), caller.scope(), client.id(), wanted);
  }

  private static boolean isForUsers(OAuthClient client) {
    return client.details().grant() == ClientDraft.Grant.CODE;
  }

  private Grant grant(UUID client, @Nullable RoleDivisionJson sent, String field) {
    RoleDivisionJson item = Objects.requireNonNullElse(sent, new RoleDivisionJson(null, null));
    String role = Objects.requireNonNullElse(item.roleId(), "");
    String division = Objects.requireNonNullElse(item.divisionId(), "*");
    return new Grant(
        client,
        Parse.id(field + "roleId", role),
        division.equals("*")
            ? starred()
            : new DivisionId(Parse.id(field + "divisionId", division)));
  }

  private DivisionId starred() {
    return divisions.all(caller.access().org()).stream()
        .filter(division -> division.kind() == Division.Kind.STARRED)
        .map(Division::id)
        .findFirst()
        .orElseThrow();
  }

  /// `deleteOauthClient`
  @DELETE
  @Path("{clientId}")
  @Requires(CLIENT_DELETE)
  public void remove(@PathParam("clientId") String id) {
    clients.remove(caller.scope(), id(id));
  }

  /// `postOauthClientSecret`: the old secret and every token it opened end at once.
  @POST
  @Path("{clientId}/secret")
  @Requires(CLIENT_EDIT)
  public OAuthClientJson rotate(@PathParam("clientId") String id) {
    clients.get(caller.scope(), id(id));
    grants.requireAllOf(caller.access(), id(id));
    Clients.Issued issued = clients.rotate(caller.scope(), id(id));
    return toJson(issued.client(), issued.secret());
  }
}
