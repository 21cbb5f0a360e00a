package dev.callbook.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.UUID;

/// What the first organization on an empty database is made of. Later starts read nothing of it.
@ConfigMapping(prefix = "callbook")
public interface FirstStartSettings {
  /// The organization's name.
  @WithDefault("Callbook")
  String organization();

  /// Region for numbers typed without a country code: an ISO 3166 country, two capitals.
  @WithDefault("US")
  String defaultRegion();

  FirstAdmin admin();

  Optional<FirstClient> client();

  /// The first admin.
  interface FirstAdmin {
    @WithDefault("admin@localhost")
    String email();

    /// Made up and shown once where unset.
    Optional<String> password();
  }

  /// The first OAuth client: client credentials, all permissions, all divisions.
  interface FirstClient {
    UUID id();

    String secret();
  }
}
