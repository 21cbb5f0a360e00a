package dev.callbook.testing.salesforce;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/// The org that clients of others meet: 25 contacts, two of them of one account, one that was
/// deleted and one that was merged; small pages of queries; and an app for each way of signing in.
final class ForeignOrg implements AutoCloseable {
  private static final String USER = "integration@example.org";

  private final SimulatedSalesforce salesforce;
  private final KeyPair signer;

  private ForeignOrg(SimulatedSalesforce salesforce, KeyPair signer) {
    this.salesforce = salesforce;
    this.signer = signer;
  }

  static ForeignOrg start() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    ForeignOrg foreign = new ForeignOrg(SimulatedSalesforce.start(), generator.generateKeyPair());
    foreign.fill();
    return foreign;
  }

  private void fill() {
    salesforce.sessions().app("app", "secret", USER);
    salesforce.sessions().app("signer", signer.getPublic(), USER);
    salesforce.pages(7, 10, 4);
    Org org = salesforce.org();
    // Now is when the clients think it is: what is there was made before.
    salesforce.time().pass(Duration.ofHours(-2));
    String acme = org.insert("Account", Map.of("Name", "Acme"));
    for (int number = 100; number < 125; number++) {
      org.insert(
          "Contact",
          number == 101 || number == 102
              ? Map.of(
                  "LastName",
                  "Name " + number,
                  "AccountId",
                  acme,
                  "Description",
                  "one\ntwo \"quoted\"")
              : Map.of("LastName", "Name " + number));
    }
    String winner = org.visible("Contact", false).getFirst().id();
    org.delete(org.insert("Contact", Map.of("LastName", "Deleted")));
    org.merge(winner, org.insert("Contact", Map.of("LastName", "Loser")));
    salesforce.time().pass(Duration.ofHours(2));
    salesforce.time().run();
  }

  /// Lets the app `signer` sign with the one key of this store.
  void trust(KeyStore keys) throws GeneralSecurityException {
    salesforce.sessions().app("signer", keys.getCertificate("signer").getPublicKey(), USER);
  }

  String url() {
    return salesforce.url().toString();
  }

  /// In PEM form.
  String signerKey() {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(signer.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  @Override
  public void close() {
    salesforce.close();
  }
}
