package dev.callbook.testing.salesforce;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The apps that may sign in, and the sessions that they have.
public final class Sessions {
  /// An app as an administrator set it up.
  ///
  /// @param certificate the key that its assertions are signed with
  /// @param user whom it acts for; empty where none was chosen for client credentials
  /// @param isApproved whether the administrator has approved it for that user
  record App(
      String id, String secret, Optional<PublicKey> certificate, String user, boolean isApproved) {}

  private final SimulatedTime time;
  private final Map<String, App> apps = new LinkedHashMap<>();
  private final Map<String, Instant> ends = new LinkedHashMap<>();
  private Duration lifetime = Duration.ofHours(2);
  private int signIns;
  private String refusal = "";

  Sessions(SimulatedTime time) {
    this.time = time;
  }

  /// An app that signs in with its secret, as this user.
  public synchronized void app(String id, String secret, String user) {
    apps.put(id, new App(id, secret, Optional.empty(), user, true));
  }

  /// An app that signs in with assertions about this user.
  public synchronized void app(String id, PublicKey certificate, String user) {
    apps.put(id, new App(id, "", Optional.of(certificate), user, true));
  }

  /// The administrator takes back what users have approved.
  public synchronized void disapprove(String id) {
    apps.computeIfPresent(
        id, (_, app) -> new App(app.id(), app.secret(), app.certificate(), app.user(), false));
  }

  public synchronized void lifetime(Duration newLifetime) {
    lifetime = newLifetime;
  }

  /// Ends every session there is.
  public synchronized void end() {
    ends.clear();
  }

  /// Tokens are given and none is accepted, for this reason.
  public synchronized void refuse(String why) {
    refusal = why;
  }

  /// How often somebody signed in.
  public synchronized int signIns() {
    return signIns;
  }

  synchronized Optional<App> find(String id) {
    return Optional.ofNullable(apps.get(id));
  }

  synchronized String start() {
    signIns++;
    String random =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(("session-" + signIns).getBytes(StandardCharsets.UTF_8));
    String token = "00D5g000008XyzA!AQ" + random;
    ends.put(token, time.instant().plus(lifetime));
    return token;
  }

  synchronized void end(String token) {
    ends.remove(token);
  }

  /// @return the token
  /// @throws ApiError `INVALID_SESSION_ID`
  synchronized String check(Call call) {
    String token =
        call.header("Authorization")
            .filter(value ->
                value.regionMatches(true, 0, "Bearer ", 0, 7)
                    || value.regionMatches(true, 0, "OAuth ", 0, 6))
            .map(value -> value.substring(value.indexOf(' ') + 1))
            .orElse("");
    if (!refusal.isEmpty()) {
      throw new ApiError(401, "INVALID_SESSION_ID", refusal);
    }
    Instant end = ends.get(token);
    if (end == null || !time.instant().isBefore(end)) {
      throw new ApiError(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }
    return token;
  }
}
