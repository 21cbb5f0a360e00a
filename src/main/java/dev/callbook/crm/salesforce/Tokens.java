package dev.callbook.crm.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.crm.salesforce.Credentials.ClientSecret;
import dev.callbook.crm.salesforce.Credentials.SignedAssertion;
import dev.callbook.crm.salesforce.SalesforceFailure.ServerTrouble;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What to send to the token endpoint, and what it answers.
final class Tokens {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ASSERTION_LIFE = Duration.ofMinutes(3);

  /// What a header may hold.
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

  private static final String ASSERTION = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  /// A session. How long it lasts is the org's secret: its end shows by a refusal.
  ///
  /// @param instance where the API is
  record Session(String token, URI instance) {
    @Override
    public String toString() {
      return "Session[" + instance + "]";
    }
  }

  private Tokens() {}

  /// The form to send.
  static String form(Credentials credentials, Clock clock) {
    return encode(
        switch (credentials) {
          case ClientSecret app ->
              Map.of(
                  "grant_type", "client_credentials",
                  "client_id", app.clientId(),
                  "client_secret", app.secret());
          case SignedAssertion app ->
              Map.of("grant_type", ASSERTION, "assertion", assertion(app, clock));
        });
  }

  /// @throws ServerTrouble if it is no token
  static Session session(int status, String body) {
    try {
      JsonNode json = JSON.readTree(body);
      String token = json.path("access_token").asText("");
      String instance = json.path("instance_url").asText("");
      if (TOKEN.matcher(token).matches() && !instance.isEmpty()) {
        return new Session(token, URI.create(instance));
      }
    } catch (JsonProcessingException | IllegalArgumentException none) {
      // falls through to the same failure
    }
    // The body may hold a token: nothing of it is quoted.
    throw new ServerTrouble(status, "no token");
  }

  private static String encode(Map<String, String> form) {
    return new TreeMap<>(form)
        .entrySet().stream()
            .map(entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  /// A JWT, RFC 7523. Its end is in seconds and at most a few minutes ahead.
  private static String assertion(SignedAssertion app, Clock clock) {
    String head = part(Map.of("alg", "RS256"));
    String claims =
        part(
            Map.of(
                "iss", app.clientId(),
                "sub", app.user(),
                "aud", app.audience(),
                "exp", clock.instant().plus(ASSERTION_LIFE).getEpochSecond()));
    String signed = head + "." + claims;
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(app.key());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key signs nothing", e);
    }
  }

  private static String part(Map<String, Object> json) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
