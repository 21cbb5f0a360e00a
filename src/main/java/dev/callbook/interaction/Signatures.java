package dev.callbook.interaction;

import dev.callbook.interaction.Sources.Signer;
import dev.callbook.wire.Refusal.Unauthenticated;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Checks that an event comes from the source it names: `X-Callbook-Signature` is `sha256=` and the
/// HMAC-SHA256, in hexadecimal, of `<X-Callbook-Timestamp>.<body>`, byte for byte as sent. The
/// timestamp is part of what is signed: an old event cannot be sent again under a new time.
@ApplicationScoped
class Signatures {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Sources sources;
  private final Clock clock;

  Signatures(Sources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /// @param source the source's id
  /// @param timestamp seconds since 1970, at most five minutes off
  /// @throws Unauthenticated whatever is wrong; which of it is not told
  EventSource verify(
      @Nullable String source,
      @Nullable String timestamp,
      @Nullable String signature,
      byte[] body) {
    if (source == null || timestamp == null || signature == null || !isRecent(timestamp)) {
      throw Unauthenticated.badToken();
    }
    Signer signer = id(source).flatMap(sources::signer).orElseThrow(Unauthenticated::badToken);
    byte[] expected =
        (PREFIX + sign(signer.secret(), timestamp, body)).getBytes(StandardCharsets.UTF_8);
    // Compared in constant time: how long it takes must not tell how much of it was right.
    if (!MessageDigest.isEqual(expected, signature.strip().getBytes(StandardCharsets.UTF_8))) {
      throw Unauthenticated.badToken();
    }
    return signer.source();
  }

  private boolean isRecent(String timestamp) {
    try {
      Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp.strip()));
      return Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    } catch (NumberFormatException | ArithmeticException | java.time.DateTimeException malformed) {
      return false;
    }
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text.strip()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  static String sign(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
