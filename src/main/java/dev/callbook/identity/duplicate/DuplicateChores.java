package dev.callbook.identity.duplicate;

import dev.callbook.platform.Chore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/// What has to be done about duplicates without anybody asking.
class DuplicateChores {
  static final String FIND = "identity.find-duplicates";

  @Produces
  @Singleton
  Chore findDuplicates(Duplicates duplicates) {
    return new Chore(
        FIND,
        Duration.ofHours(6),
        () -> duplicates.organizations().forEach(duplicates::lookThrough));
  }
}
