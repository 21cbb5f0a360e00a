package dev.callbook.crm.salesforce;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// How Callbook signs in, as a user of its own.
public sealed interface Credentials {
  /// An app's id and secret. The token comes from the org's own address only, and the app needs a
  /// user to run as.
  record ClientSecret(String clientId, String secret) implements Credentials {
    @Override
    public String toString() {
      return "ClientSecret[" + clientId + "]";
    }
  }

  /// Assertions about a user, signed with the key whose certificate the app has.
  ///
  /// @param audience `https://login.salesforce.com`, or `https://test.salesforce.com` for a sandbox
  record SignedAssertion(String clientId, String user, String audience, PrivateKey key)
      implements Credentials {
    /// @param pem a private RSA key, as `-----BEGIN PRIVATE KEY-----`
    /// @throws IllegalArgumentException if it is none
    public static SignedAssertion of(String clientId, String user, String audience, String pem) {
      String text = pem.strip();
      if (!text.startsWith("-----BEGIN PRIVATE KEY-----")) {
        throw new IllegalArgumentException(
            "not a private key in PEM form: it begins with -----BEGIN PRIVATE KEY-----");
      }
      try {
        byte[] der = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
        PrivateKey key =
            KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        return new SignedAssertion(clientId, user, audience, key);
      } catch (GeneralSecurityException | IllegalArgumentException broken) {
        // The cause may quote the key.
        throw new IllegalArgumentException("not a private RSA key");
      }
    }

    @Override
    public String toString() {
      return "SignedAssertion[" + clientId + "]";
    }
  }
}
