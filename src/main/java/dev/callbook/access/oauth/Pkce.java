package dev.callbook.access.oauth;

import dev.callbook.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

/// Proof that whoever uses a code is the one who asked for it: `S256` only. Source: RFC 7636.
final class Pkce {
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private Pkce() {}

  static boolean isChallenge(String text) {
    return CHALLENGE.matcher(text).matches();
  }

  static boolean isVerifier(String text) {
    return VERIFIER.matcher(text).matches();
  }

  /// Whether a challenge was made from the verifier.
  static boolean fits(String verifier, String challenge) {
    String made = Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(verifier));
    return MessageDigest.isEqual(
        made.getBytes(StandardCharsets.US_ASCII), challenge.getBytes(StandardCharsets.US_ASCII));
  }
}
