package dev.callbook.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests of ours go where they are allowed to go, and nowhere else.
class OutgoingTest {
  private static String refusal(String address, boolean privateAddresses, String... allowed) {
    Set<URI> origins =
        Set.of(allowed).stream().map(URI::create).collect(Collectors.toUnmodifiableSet());
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

  @Test
  void a_redirect_is_not_followed_and_an_address_that_is_not_listed_never_called()
      throws IOException, InterruptedException {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.start();
    try {
      URI origin = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      HttpRequest request = HttpRequest.newBuilder(origin.resolve("/first")).build();
      HttpResponse<Void> answer =
          new Outgoing(new Outgoing.Allowed(Set.of(origin), true))
              .send(request, HttpResponse.BodyHandlers.discarding());
      Outgoing closed = new Outgoing(new Outgoing.Allowed(Set.of(), true));

      assertEquals(302, answer.statusCode());
      assertThrows(
          Outgoing.Refused.class,
          () -> closed.send(request, HttpResponse.BodyHandlers.discarding()));
      assertEquals(List.of("/first"), List.copyOf(asked));
    } finally {
      server.stop(0);
    }
  }
}
