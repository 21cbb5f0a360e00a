package dev.callbook.access.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.callbook.access.Open;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// The token endpoint. Source: RFC 6749 sections 4 and 5; CONTRACT section 2.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class TokenApi {
  /// A token as the endpoint answers it. @param expiresIn whole seconds
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TokenJson(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_in") long expiresIn,
      @JsonProperty("refresh_token") @Nullable String refreshToken,
      @Nullable String scope) {}

  /// Why there is none.
  public record ErrorJson(
      String error, @JsonProperty("error_description") String errorDescription) {}

  private final Exchange exchange;

  TokenApi(Exchange exchange) {
    this.exchange = exchange;
  }

  @POST
  @Path("login/oauth/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Open("whoever holds a client's secret, a code or a refresh token")
  public Response tokenAtLogin(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Nullable MultivaluedMap<String, String> form) {
    return token(authorization, form);
  }

  @POST
  @Path("oauth/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Open("whoever holds a client's secret, a code or a refresh token")
  public Response token(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Nullable MultivaluedMap<String, String> form) {
    TokenRequest request =
        TokenRequest.of(authorization, form == null ? new MultivaluedHashMap<>() : form);
    return switch (exchange.answer(request)) {
      case TokenAnswer.Issued issued ->
          Response.ok(
                  new TokenJson(
                      issued.token(),
                      "bearer",
                      issued.lifetime().toSeconds(),
                      issued.refresh().orElse(null),
                      issued.scope().orElse(null)))
              .build();
      case TokenAnswer.Refused refused -> refuse(refused);
    };
  }

  private static Response refuse(TokenAnswer.Refused refused) {
    Response.ResponseBuilder answer =
        Response.status(refused.status())
            .entity(new ErrorJson(refused.error(), refused.description()));
    if (refused.status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Callbook\"");
    }
    return answer.build();
  }
}
