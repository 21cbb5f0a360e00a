package dev.callbook.access;

import dev.callbook.platform.WholeNumber;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/// How often the API may be asked.
@ConfigMapping(prefix = "callbook.rate-limit")
public interface RateLimitSettings {
  /// Requests a minute for each token, all nodes together; 0: as many as come.
  @WithDefault("18000")
  @WithConverter(WholeNumber.class)
  int perMinute();
}
