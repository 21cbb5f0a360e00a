package dev.callbook.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests of ours go where they are allowed to go, and nowhere else.
class OutgoingTest {
  private static String refusal(String address, boolean privateAddresses, String... allowed) {
    Set<URI> origins =
        Set.of(allowed).stream()
            .map(URI::create)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    Outgoing outgoing = new Outgoing(new Outgoing.Allowed(origins, privateAddresses));
    Outgoing.Refused refused =
        assertThrows(Outgoing.Refused.class, () -> outgoing.check(URI.create(address)));
    return String.valueOf(refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://crm.example/",
        "https://CRM.example:443/services?q=1",
        "HTTPS://crm.example"
      })
  void an_allowed_origin_may_be_written_in_any_way(String address) {
    Outgoing outgoing =
        new Outgoing(new Outgoing.Allowed(Set.of(URI.create("https://crm.example")), true));

    assertDoesNotThrow(() -> outgoing.check(URI.create(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://crm.example/",
        "https://crm.example:8443/",
        "https://crm.example.evil.example/",
        "https://evil.example/https://crm.example",
        "https://crm.example@evil.example/",
      })
  void any_other_origin_is_refused(String address) {
    assertTrue(refusal(address, true, "https://crm.example").contains("is not among"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1",
    "https://10.1.2.3",
    "https://172.20.0.1",
    "https://192.168.1.1",
    "https://169.254.169.254",
    "https://100.64.0.1",
    "https://0.0.0.0",
    "https://[::1]",
    "https://[fd00::1]",
    "https://[fe80::1]",
    "https://localhost",
  })
  void an_address_within_our_own_network_is_refused_even_if_it_is_listed(String origin) {
    assertEquals(origin + " leads into a private network", refusal(origin, false, origin));
  }

  @Test
  void nothing_is_sent_unencrypted_to_the_outside() {
    assertEquals(
        "http://crm.example is not encrypted",
        refusal("http://crm.example/", false, "http://crm.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://crm.example/", "/services", "https:///x"})
  void what_is_no_address_on_the_web_is_refused(String address) {
    assertTrue(refusal(address, true, "https://crm.example").endsWith("is no address on the web"));
  }
}
