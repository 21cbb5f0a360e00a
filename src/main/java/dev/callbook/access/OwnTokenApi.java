package dev.callbook.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// The token a request carries.
@Path("/api/v2/tokens/me")
@RunOnVirtualThread
public class OwnTokenApi {
  private final Tokens tokens;
  private final Caller caller;

  OwnTokenApi(Tokens tokens, Caller caller) {
    this.tokens = tokens;
    this.caller = caller;
  }

  /// `deleteTokensMe`
  @DELETE
  @SignedIn("whoever holds a token may end it")
  public Response revoke(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    tokens.revoke(caller.access().org(), authorization.substring("Bearer ".length()).strip());
    return Response.ok().build();
  }
}
