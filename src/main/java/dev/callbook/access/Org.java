package dev.callbook.access;

import java.time.Duration;
import java.util.Optional;

/// One of our organizations (a tenant).
///
/// @param defaultRegion for numbers typed without a country code: two capitals
/// @param idleTimeout after how long unused a user's token ends; empty: never
public record Org(
    OrgId id, String name, String defaultRegion, Optional<Duration> idleTimeout, int version) {
  Org with(String newName, String region, Optional<Duration> timeout) {
    return new Org(id, newName, region, timeout, version + 1);
  }
}
