package dev.callbook.identity.duplicate;

import dev.callbook.platform.Chore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/// What has to be done about duplicates without anybody asking.
class DuplicateChores {
  @Produces
  @Singleton
  Chore findDuplicates(Duplicates duplicates) {
    return new Chore(
        "identity.find-duplicates",
        Duration.ofHours(6),
        () -> duplicates.organizations().forEach(duplicates::lookThrough));
  }
}
