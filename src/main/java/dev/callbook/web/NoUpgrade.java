package dev.callbook.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/// Refuses to turn a plain HTTP/1.1 connection into HTTP/2, which Java's own client asks for with
/// every first request: until the turn is made the whole body of that request is kept in memory,
/// and a body may be a file to import.
@ApplicationScoped
class NoUpgrade implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
