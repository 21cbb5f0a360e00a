package dev.callbook.access;

import java.util.List;

/// Several changes of one write, taken down together.
///
/// @param changes all of one organization
public record AccessChanges(OrgId org, List<AccessChange> changes) {}
