package dev.callbook.access.oauth;

import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was sent to the token endpoint. Source: RFC 6749 section 4, CONTRACT section 2.
///
/// @param form the fields of the form
/// @param client who says to ask; empty if nobody, or nobody whose id could be one
/// @param secret empty if none was sent, as clients without a secret do
record TokenRequest(MultivaluedMap<String, String> form, Optional<UUID> client, String secret) {
  /// @param authorization the header: HTTP Basic, or nothing where the form says who asks
  static TokenRequest of(@Nullable String authorization, MultivaluedMap<String, String> form) {
    if (authorization == null) {
      String secret = form.getFirst("client_secret");
      return new TokenRequest(
          form,
          Optional.ofNullable(form.getFirst("client_id")).flatMap(TokenRequest::id),
          secret == null ? "" : secret);
    }
    if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return new TokenRequest(form, Optional.empty(), "");
    }
    try {
      byte[] pair = Base64.getDecoder().decode(authorization.substring(6).strip());
      String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
      return parts.length == 2
          ? new TokenRequest(form, id(parts[0]), parts[1])
          : new TokenRequest(form, Optional.empty(), "");
    } catch (IllegalArgumentException malformed) {
      return new TokenRequest(form, Optional.empty(), "");
    }
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// A field's value; empty where it is missing or blank.
  Optional<String> field(String name) {
    return Optional.ofNullable(form.getFirst(name)).filter(value -> !value.isBlank());
  }

  /// Whether the form names another client than the header.
  boolean namesTwoClients() {
    return field("client_id").isPresent()
        && !field("client_id").flatMap(TokenRequest::id).equals(client);
  }
}
