package dev.callbook.web;

import static java.util.Objects.requireNonNull;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Serves [Assets] to anyone, signed in or not: `GET /assets/{version}/{name}`.
@ApplicationScoped
class AssetRoute {
  private final Assets assets;

  AssetRoute(Assets assets) {
    this.assets = assets;
  }

  void register(@Observes Router router) {
    router.get("/assets/:version/:name").handler(this::serve);
  }

  private void serve(RoutingContext request) {
    // The route matches only where both are there.
    String version = requireNonNull(request.pathParam("version"));
    String name = requireNonNull(request.pathParam("name"));
    assets.find(version, name).ifPresentOrElse(file -> send(file, request), request::next);
  }

  private static void send(Asset file, RoutingContext request) {
    boolean gzip =
        file.isCompressed() && accepts(request.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
    HttpServerResponse response =
        request
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, file.type())
            .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
            .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (gzip) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    } else {
      // Said outright, or the server would compress the same bytes anew at every request.
      response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
    }
    response.end(gzip ? file.gzip() : file.plain());
  }

  private static boolean accepts(@Nullable String encodings) {
    return encodings != null && encodings.toLowerCase(Locale.ROOT).contains("gzip");
  }
}
