package dev.callbook.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;

/// Whose pages may ask the API from a browser.
@ConfigMapping(prefix = "callbook.cors")
public interface CorsSettings {
  /// Origins of other sites, joined by commas: `https://crm.example`. Unset: none.
  @WithConverter(Origins.class)
  Optional<Origins.Set> origins();
}
