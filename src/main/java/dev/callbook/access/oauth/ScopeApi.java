package dev.callbook.access.oauth;

import dev.callbook.access.OAuthScope;
import dev.callbook.access.SignedIn;
import dev.callbook.wire.Refusal.NotFound;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/// The scopes that a client can ask a user for.
@Path(ScopeApi.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ScopeApi {
  static final String PATH = "/api/v2/oauth/scopes";

  /// Source: model `OAuthScope`.
  public record ScopeJson(String id, String description, String selfUri) {
    static ScopeJson of(OAuthScope scope) {
      return new ScopeJson(scope.word(), scope.description(), PATH + "/" + scope.word());
    }
  }

  /// Source: model `OAuthScopeListing`.
  public record ScopesJson(long total, List<ScopeJson> entities, String selfUri) {}

  /// `getOauthScopes`
  @GET
  @SignedIn("the same for everyone")
  public ScopesJson list() {
    List<ScopeJson> all = Arrays.stream(OAuthScope.values()).map(ScopeJson::of).toList();
    return new ScopesJson(all.size(), all, PATH);
  }

  /// `getOauthScopesScopeId`
  @GET
  @Path("{scopeId}")
  @SignedIn("the same for everyone")
  public ScopeJson get(@PathParam("scopeId") String id) {
    return OAuthScope.of(id).map(ScopeJson::of).orElseThrow(() -> new NotFound("scope", id));
  }
}
