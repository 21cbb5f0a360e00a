package dev.callbook.people;

import dev.callbook.access.SignIn;
import dev.callbook.platform.ServerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;

/// The cookie that carries a session, for no script to read and no other site to send along with
/// writes.
@ApplicationScoped
class SessionCookie {
  private final ServerSettings settings;

  SessionCookie(ServerSettings settings) {
    this.settings = settings;
  }

  NewCookie of(String session) {
    return cookie(session, (int) SignIn.SESSION.toSeconds());
  }

  /// Takes the browser's away.
  NewCookie none() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(SignIn.COOKIE)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(isSecure())
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /// Whether browsers reach this server over TLS, so that the cookie may be bound to it.
  private boolean isSecure() {
    return settings.publicUrl().map(URI::getScheme).filter("https"::equalsIgnoreCase).isPresent();
  }
}
