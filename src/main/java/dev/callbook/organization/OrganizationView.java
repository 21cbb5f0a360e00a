package dev.callbook.organization;

import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.externalsource.ExternalIdView;
import dev.callbook.web.Link;
import dev.callbook.web.Panel;
import java.time.Instant;
import java.util.List;

/// An organization's profile, `GET /organizations/{id}`.
///
/// @param header what stands above it
/// @param phones main number, fax and the like, labelled
/// @param websites every one of them
/// @param address the postal address, line by line; empty if unknown
/// @param tickers such as `NYSE: BWN`
/// @param externalIds what other systems call the organization
/// @param customFields by the titles of their schema
/// @param created when the record was made
/// @param changed when it was last changed
/// @param below what other features show below it, such as its contacts
/// @param beside what other features show beside it, such as notes
record OrganizationView(
    OrganizationHeader header,
    List<Fact> phones,
    List<Link> websites,
    List<String> address,
    List<String> tickers,
    List<ExternalIdView> externalIds,
    List<CustomFieldFacts.Fact> customFields,
    Instant created,
    Instant changed,
    List<Panel> below,
    List<Panel> beside) {

  record Fact(String label, String value) {}
}
