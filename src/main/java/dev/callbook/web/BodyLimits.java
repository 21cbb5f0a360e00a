package dev.callbook.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Keeps bodies small everywhere but where files are taken in: those are read as a stream, the rest
/// may end up in memory.
@ApplicationScoped
class BodyLimits {
  private static final long MAX_BYTES = 10_000_000;

  void install(@Observes Router router) {
    router.post().order(-1_000).handler(BodyLimits::check);
    router.put().order(-1_000).handler(BodyLimits::check);
    router.patch().order(-1_000).handler(BodyLimits::check);
  }

  private static void check(RoutingContext exchange) {
    String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (takesFiles(exchange.normalizedPath()) || !isLong(length)) {
      exchange.next();
      return;
    }
    exchange
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end();
  }

  private static boolean takesFiles(String path) {
    return path.equals("/imports") || path.equals("/api/v2/callbook/imports");
  }

  private static boolean isLong(@org.jspecify.annotations.Nullable String length) {
    // Where no length is announced the server's own limit counts.
    return length != null && length.length() > 7 && Long.parseLong(length) > MAX_BYTES;
  }
}
