package dev.callbook.organization;

import java.util.List;

/// A part of the list.
///
/// @param counted how many there are, counted no further than 1,001
/// @param cutShort whether the filter looked at the first thousand matches of a search only
public record OrganizationPage(
    List<Organization> organizations, int counted, boolean hasMore, boolean cutShort) {}
