package dev.callbook.platform;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// The PostgreSQL to use.
@ConfigMapping(prefix = "callbook.database")
public interface DatabaseSettings {
  /// A JDBC URL, `jdbc:postgresql://host/database`; PostgreSQL 15 or newer. Unset: the embedded
  /// database.
  Optional<String> url();

  Optional<String> user();

  Optional<String> password();
}
