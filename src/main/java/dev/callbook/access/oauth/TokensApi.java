package dev.callbook.access.oauth;

import static dev.callbook.access.Permission.ORG_ADMIN;
import static dev.callbook.access.Permission.TOKEN_DELETE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.callbook.access.Access;
import dev.callbook.access.Admissions;
import dev.callbook.access.Caller;
import dev.callbook.access.ClientDraft;
import dev.callbook.access.OAuthScope;
import dev.callbook.access.Org;
import dev.callbook.access.Orgs;
import dev.callbook.access.Requires;
import dev.callbook.access.Secrets;
import dev.callbook.access.SignedIn;
import dev.callbook.access.Users;
import dev.callbook.wire.Among;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The token a request carries, and those of a user.
@Path("/api/v2/tokens")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokensApi {
  /// Something with an id and a name.
  public record NamedJson(String id, String name) {}

  /// A token's client. Source: model `OrgOAuthClient`.
  public record ClientJson(
      String id,
      String name,
      @Among({"CLIENT-CREDENTIALS", "CODE"}) String authorizedGrantType,
      List<String> scope,
      NamedJson organization) {}

  /// What a token is. Source: model `TokenInfo`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TokenInfoJson(
      NamedJson organization,
      NamedJson homeOrganization,
      @Nullable List<String> authorizedScope,
      @JsonProperty("OAuthClient") ClientJson client) {}

  /// Source: model `IdleTokenTimeout`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TimeoutJson(
      @Nullable Integer idleTokenTimeoutSeconds,
      @Nullable Boolean enableIdleTokenTimeout,
      @Nullable Boolean inactivityTimeoutGroupsEnabled) {}

  private final LoginStore logins;
  private final Users users;
  private final Orgs orgs;
  private final Admissions admissions;
  private final Caller caller;

  TokensApi(LoginStore logins, Users users, Orgs orgs, Admissions admissions, Caller caller) {
    this.logins = logins;
    this.users = users;
    this.orgs = orgs;
    this.admissions = admissions;
    this.caller = caller;
  }

  /// `getTokensMe`, and `headTokensMe`, which is the same without the body
  @GET
  @Path("me")
  @SignedIn("whoever holds a token may know what it is")
  public TokenInfoJson get(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    Access access = caller.access();
    var org = new NamedJson(access.org().value().toString(), access.orgName());
    var held = logins.describe(access.org(), hash(authorization));
    boolean forUser = held.grant() == ClientDraft.Grant.CODE;
    List<String> scopes = OAuthScope.words(held.scopes());
    return new TokenInfoJson(
        org,
        org,
        forUser ? scopes : null,
        new ClientJson(
            held.client().toString(),
            held.clientName(),
            OAuthClientJson.wordOf(held.grant()),
            scopes,
            org));
  }

  /// `deleteTokensMe`: ends the token, and for a user's all that came of the same sign-in.
  @DELETE
  @Path("me")
  @SignedIn("whoever holds a token may end it")
  @Transactional
  public Response revoke(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    logins.endToken(caller.access().org(), hash(authorization));
    admissions.changed(caller.access().org());
    return Response.ok().build();
  }

  /// The gate has let the header's token in.
  private static byte[] hash(String authorization) {
    return Secrets.hash(authorization.substring("Bearer ".length()).strip());
  }

  /// `deleteToken`
  @DELETE
  @Path("{userId}")
  @Requires(TOKEN_DELETE)
  public void revokeOf(@PathParam("userId") String id) {
    users.signOut(caller.scope(), Parse.id("userId", id));
  }

  /// `getTokensTimeout`
  @GET
  @Path("timeout")
  @SignedIn("everyone may know when their token idles")
  public TimeoutJson timeout() {
    return toJson(orgs.get(caller.access().org()));
  }

  /// `putTokensTimeout`
  @PUT
  @Path("timeout")
  @Requires(ORG_ADMIN)
  public TimeoutJson setTimeout(@Nullable TimeoutJson body) {
    TimeoutJson sent = Parse.body(body);
    if (Boolean.TRUE.equals(sent.inactivityTimeoutGroupsEnabled())) {
      throw new Invalid(
          "inactivityTimeoutGroupsEnabled", "invalid.value", "There are no groups of users here.");
    }
    if (!Boolean.TRUE.equals(sent.enableIdleTokenTimeout())) {
      return toJson(orgs.setIdleTimeout(caller.scope(), Optional.empty()));
    }
    if (sent.idleTokenTimeoutSeconds() == null) {
      throw new Invalid(
          "idleTokenTimeoutSeconds", "required", "idleTokenTimeoutSeconds is missing.");
    }
    Duration timeout = Duration.ofSeconds(sent.idleTokenTimeoutSeconds());
    return toJson(orgs.setIdleTimeout(caller.scope(), Optional.of(timeout)));
  }

  private static TimeoutJson toJson(Org org) {
    return new TimeoutJson(
        org.idleTimeout().map(t -> (int) t.toSeconds()).orElse(null),
        org.idleTimeout().isPresent(),
        false);
  }
}
