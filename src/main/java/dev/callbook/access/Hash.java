package dev.callbook.access;

import java.security.MessageDigest;

/// A stored hash, compared in constant time.
final class Hash {
  private final byte[] bytes;

  Hash(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  boolean isOf(String secret) {
    return MessageDigest.isEqual(bytes, Secrets.hash(secret));
  }
}
