package dev.callbook.identity;

import dev.callbook.contact.ContactJson;
import dev.callbook.organization.OrganizationIdentifierJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Claims and releases on the wire.
final class IdentifierJson {
  private IdentifierJson() {}

  /// What to do with an identifier.
  enum Operation {
    Claim,
    Release
  }

  /// Source: model `IdentifierClaimRequest`.
  record ContactClaim(
      @Nullable Operation operation, ContactJson.@Nullable IdentifierJson identifier) {}

  /// Source: model `ExternalOrganizationIdentifierClaimRequest`.
  record OrganizationClaim(
      @Nullable Operation operation, @Nullable OrganizationIdentifierJson identifier) {}

  /// Source: models `ContactIdentifierListing`, `ExternalOrganizationIdentifierListing`.
  record Identifiers<T>(List<T> entities) {}
}
