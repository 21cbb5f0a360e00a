package dev.callbook.testing;

import dev.callbook.access.Clients;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A program that acts for users, on its way through the OAuth endpoints.
///
/// @param redirectUri where its users return to
public record App(Api api, Clients.Issued issued, String redirectUri) {
  public static final String REDIRECT_URI = "https://dialler.example/back";

  /// 43 characters, the fewest there may be.
  public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final Pattern ONWARD = Pattern.compile("content=\"0;url=([^\"]*)\"");

  public UUID id() {
    return issued.client().id();
  }

  /// The query of a request for a code; without PKCE unless `more` says otherwise.
  ///
  /// @param more fields and values; an empty value leaves the field out
  public Map<String, String> request(String... more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("client_id", id().toString());
    fields.put("redirect_uri", redirectUri);
    fields.put("response_type", "code");
    fields.put("state", "s 1&2");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    fields.values().removeIf(String::isEmpty);
    return fields;
  }

  /// The same with PKCE.
  public Map<String, String> pkce() {
    return request("code_challenge", challenge(VERIFIER), "code_challenge_method", "S256");
  }

  static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /// Sends somebody's browser to the authorization endpoint.
  public Answer ask(CallCentre.Seat user, Map<String, String> request) {
    return api.at(user).get("/oauth/authorize?" + form(request));
  }

  /// What the browser posts when its user decides.
  public Answer decide(CallCentre.Seat user, String decision, Map<String, String> request) {
    Map<String, String> fields = new LinkedHashMap<>(request);
    fields.put("user", user.user().toString());
    fields.put("decision", decision);
    return api.at(user).post("/oauth/authorize", form(fields));
  }

  /// A code that a user allowed.
  public String code(CallCentre.Seat user, Map<String, String> request) {
    return field(onward(decide(user, "allow", request).shows(200)), "code");
  }

  /// Where a page leads on to by itself.
  public static URI onward(Answer page) {
    Matcher found = ONWARD.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError("leads nowhere: " + page.body());
    }
    return URI.create(found.group(1).replace("&amp;", "&"));
  }

  /// One field of an address; empty where it is missing.
  public static String field(URI address, String name) {
    return query(address).getOrDefault(name, "");
  }

  /// The fields of an address, decoded.
  public static Map<String, String> query(URI address) {
    Map<String, String> fields = new LinkedHashMap<>();
    String query = address.getRawQuery() == null ? address.getRawFragment() : address.getRawQuery();
    for (String field : query.split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  /// Asks the token endpoint, with its secret.
  public Answer token(String... fields) {
    return post(api.withBasic(id().toString(), issued.secret()), fields);
  }

  /// Asks the token endpoint without a secret, as browsers and telephones do.
  public Answer publicToken(String... fields) {
    return post(api, with(fields, "client_id", id().toString()));
  }

  private static Answer post(Api caller, String... fields) {
    Map<String, String> form = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return caller
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post("/oauth/token", form(form));
  }

  private static String[] with(String[] fields, String name, String value) {
    String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = name;
    all[fields.length + 1] = value;
    return all;
  }

  /// Exchanges a code, with the secret.
  public Answer redeem(String code) {
    return token("grant_type", "authorization_code", "code", code, "redirect_uri", redirectUri);
  }

  /// Exchanges a code by the verifier alone.
  public Answer redeemPublicly(String code, String verifier) {
    return publicToken(
        "grant_type",
        "authorization_code",
        "code",
        code,
        "redirect_uri",
        redirectUri,
        "code_verifier",
        verifier);
  }

  public Answer refresh(String token) {
    return token("grant_type", "refresh_token", "refresh_token", token);
  }

  /// A token to act for a user with.
  public Agent actingFor(CallCentre.Seat user) {
    return new Agent("App", redeem(code(user, request())).answersToken().text("/access_token"));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + Api.encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }
}
