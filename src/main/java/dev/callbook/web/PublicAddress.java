package dev.callbook.web;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/// What outsiders call this Callbook.
@ConfigMapping(prefix = "callbook.public")
public interface PublicAddress {
  /// The address in links and signatures; unset: `http://localhost` and the port.
  Optional<URI> url();

  /// Whether browsers reach it over TLS, so that cookies may be bound to it.
  default boolean isSecure() {
    return url().map(URI::getScheme).filter("https"::equalsIgnoreCase).isPresent();
  }
}
