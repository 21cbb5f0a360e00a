package dev.callbook.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Encrypts the secrets that must be read again, such as those that sources sign with, before they
/// reach the database: AES-256-GCM, a fresh nonce for each. A copy of the database alone does not
/// give them away.
///
/// The key comes from the setting `callbook.secret-key`; where it is not set, from the file
/// `secret.key` in the data folder, made at the first use. Nodes that share a database need the
/// setting.
@ApplicationScoped
public class Vault {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final VaultSettings settings;
  private final Path dataFolder;
  private volatile @Nullable SecretKeySpec key;

  Vault(
      VaultSettings settings,
      @ConfigProperty(name = "callbook.data", defaultValue = "data") String data) {
    this.settings = settings;
    this.dataFolder = Path.of(data);
  }

  /// @return nonce, ciphertext and tag
  public byte[] seal(String secret) {
    try {
      return seal(secret, key());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As [#seal(String)], for one purpose: it opens for no other.
  public byte[] seal(String text, String purpose) {
    try {
      return seal(text, keyFor(purpose));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// 32 bytes that only this installation can make, and makes again whenever asked: an HMAC of what
  /// they are for.
  public byte[] derive(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key().getEncoded(), "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @throws IllegalStateException if it was sealed with another key
  public String open(byte[] sealed) {
    try {
      return open(sealed, key());
    } catch (AEADBadTagException e) {
      throw new IllegalStateException(
          "a stored secret was encrypted with another key: set callbook.secret-key to the same on all nodes",
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @return empty if it was sealed for another purpose or with another key, or if it is damaged
  public Optional<String> open(byte[] sealed, String purpose) {
    if (sealed.length < NONCE + TAG_BITS / 8) {
      return Optional.empty();
    }
    try {
      return Optional.of(open(sealed, keyFor(purpose)));
    } catch (AEADBadTagException other) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] seal(String secret, SecretKeySpec key) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] text = secret.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(text);
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  private static String open(byte[] sealed, SecretKeySpec key) throws GeneralSecurityException {
    ByteBuffer bytes = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE];
    bytes.get(nonce);
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return new String(
        cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(rest), StandardCharsets.UTF_8);
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private SecretKeySpec keyFor(String purpose) {
    return new SecretKeySpec(derive(purpose), "AES");
  }

  private SecretKeySpec key() throws GeneralSecurityException {
    SecretKeySpec known = key;
    if (known != null) {
      return known;
    }
    String text = settings.secretKey().orElseGet(this::fromFile);
    byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
    SecretKeySpec made =
        new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(bytes), "AES");
    key = made;
    return made;
  }

  private String fromFile() {
    Path file = dataFolder.resolve("secret.key");
    try {
      Files.createDirectories(dataFolder);
      byte[] random = new byte[32];
      RANDOM.nextBytes(random);
      Path made =
          Files.createFile(
              file,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(made, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException kept) {
      // Made at an earlier start.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
