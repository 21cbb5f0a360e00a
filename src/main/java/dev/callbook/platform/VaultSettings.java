package dev.callbook.platform;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// What stored secrets are encrypted with.
@ConfigMapping(prefix = "callbook")
public interface VaultSettings {
  /// A long random text, the same on all nodes. Made and kept in the data folder where unset.
  Optional<String> secretKey();
}
