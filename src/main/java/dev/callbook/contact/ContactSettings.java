package dev.callbook.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Settings of the contacts.
@ConfigMapping(prefix = "callbook.contact")
public interface ContactSettings {
  /// Whether the API, as the pages do, refuses a contact without first and last name.
  @WithDefault("true")
  boolean apiNamesRequired();
}
