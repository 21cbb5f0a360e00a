package dev.callbook.people;

import dev.callbook.access.Caller;
import dev.callbook.access.Open;
import dev.callbook.access.SignIn;
import dev.callbook.access.oauth.Authorizations;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A client signs its user out and takes them back. The one reading request that ends something:
/// official clients ask so. It harms little, and only a registered client's address is led to.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SignOutPages {
  private static final String WHY = "anyone: ends the browser's own session";

  private final Authorizations authorizations;
  private final SignIn signIn;
  private final SessionCookie cookie;
  private final Caller caller;

  SignOutPages(Authorizations authorizations, SignIn signIn, SessionCookie cookie, Caller caller) {
    this.authorizations = authorizations;
    this.signIn = signIn;
    this.cookie = cookie;
    this.caller = caller;
  }

  @GET
  @Path("logout")
  @Open(WHY)
  public Response leave(
      @CookieParam(SignIn.COOKIE) @Nullable String session,
      @QueryParam("client_id") @Nullable String clientId,
      @QueryParam("redirect_uri") @Nullable String redirectUri) {
    authorizations.registered(clientId, redirectUri);
    if (session != null && caller.isKnown()) {
      signIn.out(caller.access().org(), session);
    }
    return Response.seeOther(URI.create(String.valueOf(redirectUri))).cookie(cookie.none()).build();
  }

  @GET
  @Path("login/logout")
  @Open(WHY)
  public Response leaveAtLogin(
      @CookieParam(SignIn.COOKIE) @Nullable String session,
      @QueryParam("client_id") @Nullable String clientId,
      @QueryParam("redirect_uri") @Nullable String redirectUri) {
    return leave(session, clientId, redirectUri);
  }
}
