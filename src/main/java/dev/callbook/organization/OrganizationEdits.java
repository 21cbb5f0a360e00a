package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.directory.References.DivisionJson;
import java.util.Optional;

/// What an organization becomes by its JSON.
public final class OrganizationEdits {
  private OrganizationEdits() {}

  /// @throws dev.callbook.wire.Refusal.Invalid naming `division.id` if it differs, or any field
  ///   whose rule is broken
  public static Organization apply(
      Scope scope,
      Organization stored,
      OrganizationJson sent,
      OrganizationReader reader,
      String region) {
    Optional<String> division = DivisionJson.idOf(sent.division());
    if (division.isPresent()
        && !division.get().equalsIgnoreCase(DivisionJson.of(scope, stored.division()).id())) {
      throw Organizations.divisionIsFixed();
    }
    return new Organization(
        stored.id(),
        stored.division(),
        reader.read(scope, sent, stored.details(), region),
        stored.version(),
        stored.createdAt(),
        stored.modifiedAt());
  }
}
