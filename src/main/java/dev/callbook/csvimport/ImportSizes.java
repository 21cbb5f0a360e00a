package dev.callbook.csvimport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Limits of imports.
@ConfigMapping(prefix = "callbook.import")
public interface ImportSizes {
  /// The largest file, in bytes.
  @WithDefault("2000000000")
  long maxFileBytes();
}
