package dev.callbook.crm.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.crm.salesforce.Credentials.ClientSecret;
import dev.callbook.crm.salesforce.Credentials.SignedAssertion;
import dev.callbook.crm.salesforce.SalesforceFailure.SessionExpired;
import dev.callbook.crm.salesforce.SalesforceFailure.SignInRefused;
import dev.callbook.testing.salesforce.Fault;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// Signing in, with a secret or with a signed assertion, and staying signed in.
class SignInTest extends SimulatedOrgTest {
  private static final String USER = "integration@example.org";
  private static final KeyPair KEYS = keys();

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(KeyPair keys) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  private SignedAssertion assertion(String audience) {
    far.sessions().app("signer", KEYS.getPublic(), USER);
    return SignedAssertion.of("signer", USER, audience, pem(KEYS));
  }

  private String refusal(Credentials credentials) {
    return assertThrows(SignInRefused.class, () -> client(credentials).describe("Contact"))
        .reason();
  }

  @Test
  void an_app_signs_in_with_its_secret() {
    assertTrue(salesforce.describe("Contact").has("LastName"));
    assertEquals(1, far.sessions().signIns());
  }

  @Test
  void an_app_signs_in_with_a_signed_assertion() {
    Salesforce signed = client(assertion("https://login.salesforce.com"));

    assertTrue(signed.describe("Contact").has("LastName"));
  }

  @Test
  void a_refused_sign_in_says_why_in_the_orgs_words_and_is_not_repeated() {
    assertEquals("invalid client credentials", refusal(new ClientSecret("app", "wrong")));
    assertEquals("client identifier invalid", refusal(new ClientSecret("nobody", "secret")));
    assertEquals("audience is invalid", refusal(assertion("https://example.org")));
    far.sessions().app("alone", "secret", "");
    assertEquals(
        "no client credentials user enabled", refusal(new ClientSecret("alone", "secret")));
    assertEquals(4, far.calls().size());
    assertEquals(0, pauses.size());
  }

  @Test
  void an_assertion_of_another_key_is_refused() {
    SignedAssertion forged =
        SignedAssertion.of("signer", USER, "https://login.salesforce.com", pem(keys()));
    far.sessions().app("signer", KEYS.getPublic(), USER);

    assertEquals("invalid assertion", refusal(forged));
  }

  @Test
  void a_user_who_has_not_approved_is_named_by_the_orgs_text() {
    SignedAssertion assertion = assertion("https://test.salesforce.com");
    far.sessions().disapprove("signer");

    assertEquals("user hasn't approved this consumer", refusal(assertion));
  }

  @Test
  void what_is_no_key_is_refused_without_being_quoted() {
    String broken = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----";
    for (String pem : new String[] {broken, "c2VjcmV0"}) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> SignedAssertion.of("app", USER, "", pem));
      assertFalse(refused.toString().contains("c2VjcmV0"));
    }
  }

  @Test
  void secrets_are_not_in_what_credentials_print() {
    assertEquals("ClientSecret[app]", secret().toString());
    assertEquals("SignedAssertion[signer]", assertion("").toString());
  }

  @Test
  void a_session_that_ended_is_renewed_once_and_the_request_repeated() {
    salesforce.describe("Contact");
    far.sessions().end();

    assertTrue(salesforce.describe("Contact").has("LastName"));
    assertEquals(2, far.sessions().signIns());
  }

  @Test
  void a_session_that_ends_again_and_again_is_not_renewed_for_ever() {
    far.faults().always("/describe", Fault.error(401, "INVALID_SESSION_ID", "Session expired"));

    assertThrows(SessionExpired.class, () -> salesforce.describe("Contact"));
    assertEquals(2, far.sessions().signIns());
  }

  @Test
  void a_session_that_can_never_be_accepted_is_not_renewed() {
    for (String why :
        new String[] {
          "Connected app is not attached to Agent",
          "This session is not valid for use with the REST API"
        }) {
      far.sessions().refuse(why);
      int before = far.sessions().signIns();

      assertEquals(
          why, assertThrows(SignInRefused.class, () -> client().describe("Contact")).reason());
      assertEquals(before + 1, far.sessions().signIns());
    }
  }

  @Test
  void the_token_endpoint_may_be_in_trouble_for_a_while() {
    far.faults().next("/token", Fault.page(503), new Fault.Resets(), Fault.empty(500));

    assertTrue(salesforce.describe("Contact").has("LastName"));
    assertEquals(1, far.sessions().signIns());
    assertTrue(pauses.size() <= 3, pauses.toString());
  }

  @Test
  void a_session_that_runs_out_by_itself_is_renewed() {
    far.sessions().lifetime(Duration.ofMinutes(15));
    salesforce.describe("Contact");
    pass(Duration.ofMinutes(20));

    assertTrue(salesforce.describe("Contact").has("LastName"));
  }
}
