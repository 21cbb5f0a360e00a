package dev.callbook.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Random secrets that carry their organization, and the hashes that are stored in their place.
public final class Secrets {
  private static final int RANDOM_BYTES = 32;
  private static final int LENGTH =
      Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16 + RANDOM_BYTES]).length();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /// 256 random bits behind the organization's id, URL-safe; 64 characters.
  public static String issue(OrgId org) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    ByteBuffer bytes =
        ByteBuffer.allocate(16 + RANDOM_BYTES)
            .putLong(org.value().getMostSignificantBits())
            .putLong(org.value().getLeastSignificantBits())
            .put(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// The organization a secret was issued for; empty if it is none of ours.
  public static Optional<OrgId> orgOf(String secret) {
    if (secret.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(secret));
      return Optional.of(new OrgId(new UUID(bytes.getLong(), bytes.getLong())));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// SHA-256: enough for secrets of 256 random bits, and quick.
  public static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /// 96 random bits for a person to copy once; 16 characters.
  static String password() {
    byte[] random = new byte[12];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
