package dev.callbook.organization;

import dev.callbook.web.Link;
import dev.callbook.web.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands above every page of an organization, also above those of other features.
///
/// @param id the organization's id
/// @param version the version the page shows; forms post it back
/// @param industry empty if unknown
/// @param employees how many, formatted; empty if unknown
/// @param website the first of them; null if there is none
/// @param division its name
/// @param tags in the record's order
/// @param externalSystem the record in the company's own system; null if it has none
/// @param tabs Profile, Contacts, Notes, Relationships, History, as far as this person may see them
/// @param mayEdit whether the person may change the organization
/// @param mayDelete whether the person may delete it
public record OrganizationHeader(
    String id,
    int version,
    String name,
    String industry,
    String employees,
    @Nullable Link website,
    String division,
    List<String> tags,
    @Nullable Link externalSystem,
    List<Tab> tabs,
    boolean mayEdit,
    boolean mayDelete) {}
