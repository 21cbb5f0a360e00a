package dev.callbook.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The token endpoint: client credentials. Source: RFC 6749 sections 4.4 and 5; CONTRACT section 2.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class TokenApi {
  /// A token as the endpoint answers it. @param expiresIn whole seconds
  public record TokenJson(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_in") long expiresIn) {}

  /// Why there is none.
  public record OAuthError(String error, @JsonProperty("error_description") String description) {}

  private record Basic(UUID client, String secret) {}

  private final Tokens tokens;

  TokenApi(Tokens tokens) {
    this.tokens = tokens;
  }

  @POST
  @Path("login/oauth/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Open("whoever holds a client's id and secret")
  public Response tokenAtLogin(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @FormParam("grant_type") @Nullable String grantType) {
    return token(authorization, grantType);
  }

  @POST
  @Path("oauth/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Open("whoever holds a client's id and secret")
  public Response token(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @FormParam("grant_type") @Nullable String grantType) {
    if (grantType == null || grantType.isBlank()) {
      return refuse(400, "invalid_request", "grant_type is missing.");
    }
    if (!grantType.equals("client_credentials")) {
      return refuse(400, "unsupported_grant_type", "grant_type must be client_credentials.");
    }
    return basic(authorization)
        .flatMap(sent -> tokens.issue(sent.client(), sent.secret()))
        .map(token ->
            Response.ok(new TokenJson(token, "bearer", Tokens.LIFETIME.toSeconds())).build())
        .orElseGet(() -> refuse(401, "invalid_client", "The client's id or secret is wrong."));
  }

  private static Optional<Basic> basic(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(authorization.substring(6).strip()),
              StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(
              new Basic(UUID.fromString(pair.substring(0, colon)), pair.substring(colon + 1)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Response refuse(int status, String error, String description) {
    Response.ResponseBuilder answer =
        Response.status(status).entity(new OAuthError(error, description));
    if (status == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Callbook\"");
    }
    return answer.build();
  }
}
