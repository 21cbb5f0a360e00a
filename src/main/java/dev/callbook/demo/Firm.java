package dev.callbook.demo;

import dev.callbook.organization.OrganizationDetails;

/// A company that does not exist. @param domain what its people's e-mail addresses end in
record Firm(Country country, String domain, OrganizationDetails details) {}
