package dev.callbook.testing.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// `/services/oauth2`: client credentials and signed assertions. It knows no refresh tokens, as the
/// real one knows none for these.
final class TokenEndpoint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ASSERTION = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final SimulatedTime time;
  private final Sessions sessions;
  private final URI url;

  TokenEndpoint(SimulatedTime time, Sessions sessions, URI url) {
    this.time = time;
    this.sessions = sessions;
    this.url = url;
  }

  /// A refusal; unlike all others an object.
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String description;

    Refused(String code, String description) {
      super(description, null, false, false);
      this.code = code;
      this.description = description;
    }
  }

  Reply answer(Call call) {
    Map<String, String> form = Call.form(call.body());
    try {
      return switch (call.path()) {
        case "/services/oauth2/token" -> token(call, form);
        case "/services/oauth2/revoke" -> {
          sessions.end(form.getOrDefault("token", ""));
          yield new Reply(200, "text/plain", "", Map.of());
        }
        default -> new Reply(404, "text/html", "<html>Not found</html>", Map.of());
      };
    } catch (Refused refused) {
      return Reply.json(
          400, Map.of("error", refused.code, "error_description", refused.description));
    }
  }

  private Reply token(Call call, Map<String, String> form) {
    switch (form.getOrDefault("grant_type", "")) {
      case "client_credentials" -> checkSecret(call, form);
      case ASSERTION -> checkAssertion(form.getOrDefault("assertion", ""));
      default -> throw new Refused("unsupported_grant_type", "grant type not supported");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", sessions.start());
    body.put("signature", "0CmxinZir53Yex7nE0TD+zMpvIWYGb/bdJh6XfOH6EQ=");
    body.put("scope", "api");
    body.put("instance_url", url.toString());
    body.put("id", url + "/id/00D5g000008XyzAEAS/0055g00000AbcDEAAZ");
    body.put("token_type", "Bearer");
    body.put("issued_at", String.valueOf(time.millis()));
    return Reply.json(200, body);
  }

  private void checkSecret(Call call, Map<String, String> form) {
    String id = form.getOrDefault("client_id", "");
    String secret = form.getOrDefault("client_secret", "");
    String basic = call.header("Authorization").orElse("");
    if (basic.startsWith("Basic ")) {
      String[] pair =
          new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8)
              .split(":", 2);
      id = pair[0];
      secret = pair[1];
    }
    Sessions.App app =
        sessions
            .find(id)
            .orElseThrow(() -> new Refused("invalid_client_id", "client identifier invalid"));
    if (app.secret().isEmpty() || !app.secret().equals(secret)) {
      throw new Refused("invalid_client", "invalid client credentials");
    }
    if (app.user().isEmpty()) {
      throw new Refused("invalid_grant", "no client credentials user enabled");
    }
  }

  private void checkAssertion(String assertion) {
    String[] parts = assertion.split("\\.", -1);
    if (parts.length != 3) {
      throw new Refused("invalid_grant", "invalid assertion");
    }
    JsonNode claims = json(parts[1]);
    Sessions.App app =
        sessions
            .find(claims.path("iss").asText())
            .orElseThrow(() -> new Refused("invalid_client_id", "client identifier invalid"));
    if (!json(parts[0]).path("alg").asText().equals("RS256")
        || app.certificate().isEmpty()
        || !isSigned(parts, app.certificate().get())) {
      throw new Refused("invalid_grant", "invalid assertion");
    }
    if (!Set.of("https://login.salesforce.com", "https://test.salesforce.com", url.toString())
        .contains(claims.path("aud").asText())) {
      throw new Refused("invalid_grant", "audience is invalid");
    }
    Instant end = Instant.ofEpochSecond(claims.path("exp").asLong());
    if (!end.isAfter(time.instant()) || end.isAfter(time.instant().plus(AHEAD))) {
      throw new Refused("invalid_grant", "expired authorization code");
    }
    if (!app.isApproved() || !app.user().equals(claims.path("sub").asText())) {
      throw new Refused("invalid_grant", "user hasn't approved this consumer");
    }
  }

  private static JsonNode json(String part) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(part));
    } catch (IOException | IllegalArgumentException e) {
      throw new Refused("invalid_grant", "invalid assertion");
    }
  }

  private static boolean isSigned(String[] parts, PublicKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
