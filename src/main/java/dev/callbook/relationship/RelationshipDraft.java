package dev.callbook.relationship;

import dev.callbook.directory.Checks;
import dev.callbook.organization.OrganizationId;
import dev.callbook.wire.Parse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A relationship as a caller wants it.
///
/// @param division the wire id that was sent with it, which must be the organization's; empty where
///   none was
/// @param text 1 to 100 characters
public record RelationshipDraft(
    OrganizationId organization, UUID user, String text, Optional<String> division) {
  private static final int MAX_TEXT = 100;

  /// As a form or a body has it.
  ///
  /// @throws dev.callbook.wire.Refusal.Invalid naming every field whose rule is broken
  static RelationshipDraft of(
      @Nullable String organization,
      @Nullable String user,
      @Nullable String text,
      Optional<String> division) {
    Checks checks = new Checks();
    String tidy = checks.required("relationship", text, MAX_TEXT, "A relationship needs words.");
    UUID person = id(checks, "user.id", user);
    UUID at = id(checks, "externalOrganization.id", organization);
    checks.refuseIfAny();
    return new RelationshipDraft(
        new OrganizationId(Objects.requireNonNull(at)),
        Objects.requireNonNull(person),
        Objects.requireNonNull(tidy),
        division);
  }

  /// @throws dev.callbook.wire.Refusal.Invalid naming every field whose rule is broken
  static RelationshipDraft of(OrganizationId organization, String user, String text) {
    return of(organization.toString(), user, text, Optional.empty());
  }

  private static @Nullable UUID id(Checks checks, String field, @Nullable String sent) {
    if (Parse.isAbsent(sent)) {
      checks.note(field, "required", "A relationship needs " + field + ".");
      return null;
    }
    return Parse.id(field, String.valueOf(sent));
  }
}
