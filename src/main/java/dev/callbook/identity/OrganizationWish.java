package dev.callbook.identity;

import dev.callbook.access.Division;
import dev.callbook.directory.ExternalId;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationDetails;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What an enrichment of organizations is asked for, read and checked.
///
/// @param division where organizations match, and where a new one goes
/// @param identifiers what they match by, the first counts most; 1 to 25
/// @param details of a new organization; refuses what is no whole organization
/// @param edit what becomes of one that is stored
record OrganizationWish(
    Division division,
    EnrichAction action,
    List<ExternalId> identifiers,
    Supplier<OrganizationDetails> details,
    UnaryOperator<Organization> edit) {}
