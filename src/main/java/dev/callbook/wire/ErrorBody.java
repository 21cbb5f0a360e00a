package dev.callbook.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The public API's answer to whatever was refused. Source: CONTRACT section 4, model `ErrorBody`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorBody(
    String message,
    String code,
    int status,
    @Nullable String messageWithParams,
    @Nullable Map<String, String> messageParams,
    String contextId,
    List<Detail> details,
    List<ErrorBody> errors,
    @Nullable String entityId,
    @Nullable String entityName,
    @Nullable Limit limit) {

  /// Which rule broke, and where.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Detail(String errorCode, @Nullable String fieldName, @Nullable String message) {
    static Detail of(FieldError error) {
      return new Detail(error.rule(), error.field(), error.message());
    }
  }

  /// The limit that was hit.
  public record Limit(String key, String namespace, long value) {}

  /// @param contextId the value of the `ININ-Correlation-Id` header of the same answer
  public static ErrorBody of(Refusal refusal, String contextId) {
    String says = String.valueOf(refusal.getMessage());
    return switch (refusal) {
      case Refusal.NotFound r ->
          plain(404, "not.found", says, contextId, List.of()).about(r.id(), r.kind());
      case Refusal.Outdated r ->
          plain(
                  409,
                  "general.conflict",
                  says,
                  contextId,
                  List.of(new Detail("outdated", "version", says)))
              .about(r.id().toString(), null);
      case Refusal.Conflict r ->
          plain(
              409,
              "general.conflict",
              says,
              contextId,
              List.of(new Detail("conflict", r.field(), says)));
      case Refusal.Superseded r ->
          plain(409, "general.conflict", says, contextId, List.of(new Detail("merged", "id", says)))
              .about(r.successor().toString(), r.kind());
      case Refusal.Invalid r ->
          plain(
              400, "invalid.value", says, contextId, r.errors().stream().map(Detail::of).toList());
      case Refusal.TooMany r ->
          plain(413, "too.many", says, contextId, List.of(new Detail("too.many", r.field(), says)))
              .limitedBy(new Limit(r.field(), "external.contacts", r.limit()));
      case Refusal.TooFast _ ->
          plain(429, "too.many.requests.retry.after", says, contextId, List.of());
      case Refusal.Forbidden r ->
          plain(403, "missing.any.permissions", says, contextId, List.of())
              .params(
                  "You lack the permission {permission}.", Map.of("permission", r.permission()));
      case Refusal.Unauthenticated r -> plain(401, r.code(), says, contextId, List.of());
    };
  }

  /// An answer without parameters.
  public static ErrorBody plain(
      int status, String code, String message, String contextId, List<Detail> details) {
    return new ErrorBody(
        message, code, status, null, null, contextId, details, List.of(), null, null, null);
  }

  private ErrorBody about(@Nullable String id, @Nullable String name) {
    return new ErrorBody(
        message,
        code,
        status,
        messageWithParams,
        messageParams,
        contextId,
        details,
        errors,
        id,
        name,
        limit);
  }

  private ErrorBody limitedBy(Limit reached) {
    return new ErrorBody(
        message,
        code,
        status,
        messageWithParams,
        messageParams,
        contextId,
        details,
        errors,
        entityId,
        entityName,
        reached);
  }

  private ErrorBody params(String template, Map<String, String> values) {
    return new ErrorBody(
        message,
        code,
        status,
        template,
        values,
        contextId,
        details,
        errors,
        entityId,
        entityName,
        limit);
  }
}
