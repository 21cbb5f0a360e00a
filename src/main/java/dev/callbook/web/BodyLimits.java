package dev.callbook.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.wire.ErrorBody;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps bodies small everywhere but where files are taken in: those are read as a stream, the rest
/// may end up in memory.
///
/// Refuses by the announced length, before a byte of the body is read; where none is announced the
/// server's own limit counts.
@ApplicationScoped
class BodyLimits {
  private static final long MAX_BYTES = 10_000_000;

  /// As `quarkus.http.limits.max-body-size`, which would refuse without a word. Imports have a
  /// lower one of their own.
  private static final long MAX_FILE_BYTES = 2L << 30;

  private final ObjectMapper json;

  BodyLimits(ObjectMapper json) {
    this.json = json;
  }

  void install(@Observes Router router) {
    router.post().order(-1_000).handler(this::check);
    router.put().order(-1_000).handler(this::check);
    router.patch().order(-1_000).handler(this::check);
  }

  private void check(RoutingContext exchange) {
    long most = takesFiles(exchange.normalizedPath()) ? MAX_FILE_BYTES : MAX_BYTES;
    if (announced(exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= most) {
      exchange.next();
      return;
    }
    String message =
        "The request's body is too large: at most " + most / 1_000_000 + " MB are taken.";
    HttpServerResponse answer =
        exchange.response().setStatusCode(413).putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    Future<Void> sent;
    if (exchange.normalizedPath().startsWith("/api/")) {
      String id = new ContextId().value();
      sent =
          answer
              .putHeader("ININ-Correlation-Id", id)
              .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
              .end(body(message, id));
    } else {
      sent = answer.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8").end(message);
    }
    // Nobody reads what may still come.
    sent.onComplete(_ -> exchange.request().connection().close());
  }

  private static boolean takesFiles(String path) {
    return path.equals("/imports")
        || path.equals("/api/v2/callbook/imports")
        || path.startsWith("/api/v2/callbook/importfiles/");
  }

  private static long announced(@Nullable String length) {
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException tooLong) {
      return Long.MAX_VALUE;
    }
  }

  private String body(String message, String id) {
    try {
      return json.writeValueAsString(
          ErrorBody.plain(413, "request.entity.too.large", message, id, List.of()));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
