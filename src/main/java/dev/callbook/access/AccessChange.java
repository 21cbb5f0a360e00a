package dev.callbook.access;

import java.util.Map;
import java.util.UUID;

/// Something about users, clients, roles or divisions changed. Fired within the write's
/// transaction; the change log, which this package must not know, takes it down in the same one.
///
/// @param kind `user`, `client`, `grant`, `division` or `role`
/// @param before the fields that differ, empty before an addition
/// @param after the fields that differ, empty after a removal; never a secret or its hash
public record AccessChange(
    OrgId org,
    Actor actor,
    Origin origin,
    String kind,
    UUID id,
    int version,
    Map<String, Object> before,
    Map<String, Object> after) {}
