package dev.callbook.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Carries one line over a redirect, in a cookie of this browser that the next page takes away.
@RequestScoped
public class Flash {
  private static final String COOKIE = "toast";
  private static final int SECONDS = 30;
  private static final String UNDO = "\n";

  private final RoutingContext request;

  Flash(RoutingContext request) {
    this.request = request;
  }

  /// @param text what was done; no personal data, since cookies outlive pages
  public void say(String text) {
    keep(text);
  }

  /// @param text as in [#say(String)]
  /// @param undoPath where a POST takes it back
  public void say(String text, String undoPath) {
    keep(text + UNDO + undoPath);
  }

  private void keep(String line) {
    request
        .response()
        .addCookie(cookie(URLEncoder.encode(line, StandardCharsets.UTF_8)).setMaxAge(SECONDS));
  }

  @Nullable Toast take() {
    Cookie sent = request.request().getCookie(COOKIE);
    if (sent == null || sent.getValue().isEmpty()) {
      return null;
    }
    request.response().addCookie(cookie("").setMaxAge(0));
    String[] line = URLDecoder.decode(sent.getValue(), StandardCharsets.UTF_8).split(UNDO, 2);
    // Another site of the same domain may have set the cookie: it must not lead away from here.
    boolean isOurs = line.length == 2 && line[1].matches("/[A-Za-z0-9][A-Za-z0-9/?=&-]*");
    return new Toast(line[0], isOurs ? line[1] : null);
  }

  private static Cookie cookie(String value) {
    return Cookie.cookie(COOKIE, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX);
  }
}
