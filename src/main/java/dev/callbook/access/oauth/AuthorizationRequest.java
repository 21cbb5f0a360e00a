package dev.callbook.access.oauth;

import dev.callbook.access.Clients.Registered;
import dev.callbook.access.OAuthScope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a client asks a user for, once it is known that the client is ours and where its answer may
/// go. Source: RFC 6749 section 4.1.1.
///
/// @param state the client's own, sent back as it is; empty if none
/// @param challenge of PKCE; empty where the client asks without
public record AuthorizationRequest(
    Registered registered,
    String redirectUri,
    Optional<String> state,
    Optional<String> challenge,
    Set<OAuthScope> scopes) {
  /// The parameters as they were sent; each may be missing.
  public record Sent(
      @Nullable String clientId,
      @Nullable String redirectUri,
      @Nullable String responseType,
      @Nullable String scope,
      @Nullable String state,
      @Nullable String codeChallenge,
      @Nullable String codeChallengeMethod) {

    /// The same as a query, so that the request can be repeated after signing in.
    public String query() {
      Map<String, String> fields = new LinkedHashMap<>();
      put(fields, "client_id", clientId);
      put(fields, "redirect_uri", redirectUri);
      put(fields, "response_type", responseType);
      put(fields, "scope", scope);
      put(fields, "state", state);
      put(fields, "code_challenge", codeChallenge);
      put(fields, "code_challenge_method", codeChallengeMethod);
      return AuthorizationRequest.query(fields);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
      if (value != null) {
        fields.put(name, value);
      }
    }
  }

  /// The address that takes a code to the client.
  String withCode(String code) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("code", code);
    return location(redirectUri, fields, state, '?');
  }

  /// The address that takes an error to the client.
  static String withError(
      String redirectUri, String error, String description, Optional<String> state, char mark) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("error", error);
    fields.put("error_description", description);
    return location(redirectUri, fields, state, mark);
  }

  /// @param mark what stands before the fields: `?`, or `#` where they must not reach a server
  private static String location(
      String redirectUri, Map<String, String> fields, Optional<String> state, char mark) {
    state.ifPresent(text -> fields.put("state", text));
    char separator = mark == '?' && redirectUri.indexOf('?') >= 0 ? '&' : mark;
    return redirectUri + separator + query(fields);
  }

  private static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
