package dev.callbook.organization;

/// An organization offered while its name is typed, `GET /organizations/pick?organizationName=…`.
///
/// @param division its name, which tells namesakes apart
record OrganizationOption(String id, String name, String division) {}
