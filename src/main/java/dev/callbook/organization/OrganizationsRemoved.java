package dev.callbook.organization;

import dev.callbook.access.Scope;
import java.util.Set;

/// Organizations are about to go. Fired within the transaction, while they are held: features that
/// keep records of an organization, which this package must not know, remove them with it.
public record OrganizationsRemoved(Scope scope, Set<OrganizationId> organizations) {}
