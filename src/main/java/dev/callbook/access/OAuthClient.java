package dev.callbook.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A program that may ask for tokens.
///
/// @param active whether it gets any, and those it has are good
/// @param createdBy the user or client who made it; null for Callbook itself
public record OAuthClient(
    UUID id,
    ClientDraft details,
    boolean active,
    int version,
    Instant createdAt,
    @Nullable UUID createdBy,
    Instant modifiedAt,
    @Nullable UUID modifiedBy) {
  public String name() {
    return details.name();
  }

  OAuthClient with(ClientDraft changed, boolean nowActive, Instant at, @Nullable UUID by) {
    return new OAuthClient(id, changed, nowActive, version + 1, createdAt, createdBy, at, by);
  }
}
