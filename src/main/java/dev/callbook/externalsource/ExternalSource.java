package dev.callbook.externalsource;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Another system, such as a CRM, that knows contacts and organizations by ids of its own. It
/// belongs to the whole organization of ours, to none of its divisions.
public record ExternalSource(UUID id, Details details, int version) {
  /// What its owner can change.
  ///
  /// @param name unlike that of any other, whatever the case; 1 to 200 characters
  /// @param active whether it is in use: imports offer it, and records can be opened there
  /// @param link the address of a record there; null if there is none
  public record Details(String name, boolean active, @Nullable LinkTemplate link) {}

  /// Where the record with this id is opened; empty where the source has no such address, or is no
  /// longer in use.
  public Optional<String> linkTo(String externalId) {
    return Optional.ofNullable(details.link())
        .filter(_ -> details.active())
        .map(link -> link.to(externalId));
  }

  ExternalSource with(Details changed) {
    return new ExternalSource(id, changed, version + 1);
  }
}
