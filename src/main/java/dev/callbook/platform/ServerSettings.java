package dev.callbook.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where Callbook listens and keeps its files.
@ConfigMapping(prefix = "callbook")
public interface ServerSettings {
  /// The HTTP port; 0 takes a free one.
  @WithDefault("8080")
  @WithConverter(PortNumber.class)
  int port();

  /// The folder of the embedded database and of uploads; made if absent.
  @WithDefault("data")
  Path data();

  /// What outsiders call this server, without a path: used in webhook signatures and in links.
  /// Unset: `http://localhost:` and the port.
  Optional<URI> publicUrl();

  /// Whether to stop once everything is up: checks an installation, and lets the JVM learn the
  /// classes it will need.
  @WithDefault("false")
  boolean stopWhenReady();
}
