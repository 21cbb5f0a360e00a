package dev.callbook.interaction;

import dev.callbook.access.OrgId;
import dev.callbook.phone.DialPlan;
import java.util.UUID;

/// Where calls and messages come from.
///
/// @param plan how it writes its callers' numbers; its region is the organization's where it has
///   none of its own
/// @param signs whether it has a secret to sign its events with
public record EventSource(
    OrgId org, UUID id, String name, DialPlan plan, boolean signs, int version) {}
