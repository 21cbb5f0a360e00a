package dev.callbook.web;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import dev.callbook.access.Open;
import jakarta.ws.rs.Path;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Remembers the language a person picks, in this browser, signed in or not.
@Path("/language")
@RunOnVirtualThread
public class LanguagePages {
  private static final Duration REMEMBERED = Duration.ofDays(365);

  /// Returns to the page the person came from; to the start page where the browser does not tell.
  @POST
  @Open("anyone: it only picks words")
  public Response pick(
      @FormParam("language") String language, @HeaderParam("Referer") @Nullable String cameFrom) {
    NewCookie cookie =
        new NewCookie.Builder(PageLanguage.COOKIE)
            .value(PageLanguage.preferred(language).toLanguageTag())
            .path("/")
            .maxAge((int) REMEMBERED.toSeconds())
            .sameSite(NewCookie.SameSite.LAX)
            .httpOnly(true)
            .build();
    return Response.seeOther(ownPath(cameFrom)).cookie(cookie).build();
  }

  /// Only path and query are kept, so the answer never leads to another host.
  private static URI ownPath(@Nullable String address) {
    if (address == null) {
      return URI.create("/");
    }
    try {
      URI from = new URI(address);
      String path = from.getRawPath();
      boolean ours = path != null && path.startsWith("/") && !path.startsWith("//");
      return ours ? new URI(null, null, from.getPath(), from.getQuery(), null) : URI.create("/");
    } catch (URISyntaxException notAnAddress) {
      return URI.create("/");
    }
  }
}
