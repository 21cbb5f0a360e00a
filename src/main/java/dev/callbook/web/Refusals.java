package dev.callbook.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.callbook.platform.Verdicts;
import dev.callbook.wire.ErrorBody;
import dev.callbook.wire.JsonErrors;
import dev.callbook.wire.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place that answers what was refused or broke.
class Refusals {
  private static final Logger LOG = Logger.getLogger(Refusals.class);
  private static final int RETRY_SECONDS = 1;

  private final ContextId context;
  private final RefusalWords words;
  private final RoutingContext request;

  Refusals(ContextId context, RefusalWords words, RoutingContext request) {
    this.context = context;
    this.words = words;
    this.request = request;
  }

  @ServerExceptionMapper
  Response refused(Refusal refusal) {
    if (isPage()) {
      Failure failure = Failure.of(refusal);
      return page(failure.status(), failure, words.of(refusal));
    }
    return answer(ErrorBody.of(refusal, context.value()));
  }

  /// Whoever asks for a page gets a page, whatever became of it. Programs ask below `/api/` and for
  /// tokens.
  private boolean isPage() {
    String path = request.normalizedPath();
    return !path.startsWith("/api/") && !path.endsWith("/oauth/token");
  }

  private Response page(int status, Failure failure, List<String> reasons) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .entity(WebTemplates.error(failure, reasons, context.value()).render())
        .build();
  }

  /// Named apart from its parent, since the framework has an answer of its own for it.
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException fault) {
    return refused(JsonErrors.refusal(fault));
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException fault) {
    return refused(JsonErrors.refusal(fault));
  }

  /// What the HTTP layer refuses by itself: an unknown path, a method or media type nobody serves.
  @ServerExceptionMapper
  Response declined(WebApplicationException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refused(refusal);
      }
      if (cause instanceof JsonProcessingException json) {
        return unreadable(json);
      }
    }
    int status = fault.getResponse().getStatus();
    if (status < 400) {
      return fault.getResponse();
    }
    if (status == 404 && isWithoutToken()) {
      return refused(Refusal.Unauthenticated.noToken());
    }
    return isPage() ? page(status, Failure.ofStatus(status), List.of()) : answer(plain(status));
  }

  /// Whoever shows no token does not learn which addresses of the API exist.
  private boolean isWithoutToken() {
    return request.normalizedPath().startsWith("/api/")
        && request.request().getHeader(HttpHeaders.AUTHORIZATION) == null;
  }

  @ServerExceptionMapper
  Response broken(Throwable fault) {
    if (Verdicts.isAboutNul(fault)) {
      return refused(
          new Refusal.Invalid("body", "invalid.value", "No text may hold the NUL character."));
    }
    if (Verdicts.isAway(fault)) {
      LOG.warnf("No connection to the database; context id %s", context.value());
      Response busy = isPage() ? page(503, Failure.BUSY, List.of()) : answer(plain(503));
      return Response.fromResponse(busy).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
    }
    LOG.errorf(fault, "Request failed; context id %s", context.value());
    return isPage() ? page(500, Failure.BROKEN, List.of()) : answer(plain(500));
  }

  private ErrorBody plain(int status) {
    return switch (status) {
      case 404 -> body(404, "not.found", "There is nothing at this address.");
      case 405 -> body(405, "method.not.allowed", "This address does not take this method.");
      case 406 ->
          body(406, "not.acceptable", "The answer is JSON; the request accepts something else.");
      case 413 -> body(413, "request.entity.too.large", "The request's body is too large.");
      case 415 -> body(415, "unsupported.media.type", "The body must be sent as application/json.");
      case 500 ->
          body(
              500,
              "internal.server.error",
              "Something is broken here; the log says more under the context id.");
      case 503 ->
          body(503, "service.unavailable", "There is more to do than can be done. Try again soon.");
      default -> body(status, "bad.request", "The request cannot be understood.");
    };
  }

  private ErrorBody body(int status, String code, String message) {
    return ErrorBody.plain(status, code, message, context.value(), List.of());
  }

  private static Response answer(ErrorBody body) {
    return Response.status(body.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(body)
        .build();
  }
}
