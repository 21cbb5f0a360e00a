package dev.callbook.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;

/// Lets the pages of other sites that the operator names ask the API and the token endpoint.
/// Cookies are not taken there, so none are allowed. Source: CONTRACT section 1, rule 15; the Fetch
/// standard.
@ApplicationScoped
class Cors {
  private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, HEAD";
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, Accept, Genesys-App, purecloud-sdk, Cache-Control";
  private static final String ANSWER_HEADERS =
      "ININ-Correlation-Id, inin-ratelimit-count, inin-ratelimit-allowed, inin-ratelimit-reset,"
          + " Retry-After";

  private final Set<String> origins;

  Cors(CorsSettings settings) {
    this.origins = settings.origins().map(Origins.Set::values).orElse(Set.of());
  }

  void install(@Observes Router router) {
    if (origins.isEmpty()) {
      return;
    }
    for (String path : Set.of("/api/*", "/oauth/token", "/login/oauth/token")) {
      router.route(path).order(-1_100).handler(this::answer);
    }
  }

  private void answer(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    HttpServerResponse response = exchange.response();
    response.putHeader("Vary", "Origin");
    String origin = request.getHeader("Origin");
    boolean isAllowed = origin != null && origins.contains(origin.toLowerCase(Locale.ROOT));
    if (isAllowed) {
      response
          .putHeader("Access-Control-Allow-Origin", origin)
          .putHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
    }
    boolean isAsking =
        request.method().equals(HttpMethod.OPTIONS)
            && request.getHeader("Access-Control-Request-Method") != null;
    if (!isAsking) {
      exchange.next();
      return;
    }
    if (isAllowed) {
      response
          .putHeader("Access-Control-Allow-Methods", METHODS)
          .putHeader("Access-Control-Allow-Headers", REQUEST_HEADERS)
          .putHeader("Access-Control-Max-Age", "7200");
    }
    response.setStatusCode(204).end();
  }
}
