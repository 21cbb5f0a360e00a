package dev.callbook.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The way out to other machines over HTTP: to origins that are allowed, never by a redirect, and
/// to private addresses only where that is allowed too. Addresses that an answer names go the same
/// way, so that no answer leads us, or a token, anywhere else.
public final class Outgoing {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /// @param origins such as `https://crm.example`: scheme, host and, unless it is the scheme's own,
  ///   port
  /// @param privateAddresses whether they may be within our own network, and unencrypted
  public record Allowed(Set<URI> origins, boolean privateAddresses) {
    public Allowed {
      origins = origins.stream().map(Outgoing::originOf).collect(Collectors.toUnmodifiableSet());
    }
  }

  /// A request to where none may go.
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String origin, String why) {
      super(origin + " " + why, null, false, false);
    }
  }

  private final Allowed allowed;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public Outgoing(Allowed allowed) {
    this.allowed = allowed;
  }

  /// Sends a request and waits for the head of its answer.
  ///
  /// @throws Refused if its address is not allowed
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    check(request.uri());
    return http.send(request, body);
  }

  /// @throws Refused if requests to this address are not allowed
  public void check(URI address) throws UnknownHostException {
    URI origin = originOf(address);
    if (!allowed.origins().contains(origin)) {
      throw new Refused(origin.toString(), "is not among the addresses that Callbook may call");
    }
    if (allowed.privateAddresses()) {
      return;
    }
    // Encryption also defeats a name that resolves to another address a moment later: whoever is
    // there has no certificate for the name.
    if (!origin.getScheme().equals("https")) {
      throw new Refused(origin.toString(), "is not encrypted");
    }
    for (InetAddress at : InetAddress.getAllByName(origin.getHost())) {
      if (isPrivate(at)) {
        throw new Refused(origin.toString(), "leads into a private network");
      }
    }
  }

  /// Scheme, host and port, in one spelling.
  ///
  /// @throws Refused if it has none
  public static URI originOf(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = address.getHost();
    if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new Refused("What was given", "is no address on the web");
    }
    int usual = scheme.equals("https") ? 443 : 80;
    String port =
        address.getPort() < 0 || address.getPort() == usual ? "" : ":" + address.getPort();
    return URI.create(scheme + "://" + host.toLowerCase(Locale.ROOT) + port);
  }

  private static boolean isPrivate(InetAddress at) {
    byte[] bytes = at.getAddress();
    boolean isUniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean isCarrierGrade = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    return at.isLoopbackAddress()
        || at.isAnyLocalAddress()
        || at.isLinkLocalAddress()
        || at.isSiteLocalAddress()
        || at.isMulticastAddress()
        || isUniqueLocal
        || isCarrierGrade;
  }
}
