package dev.callbook.contact;

import dev.callbook.web.Link;
import dev.callbook.web.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands above every page of a contact, also above those of other features.
///
/// @param id the contact's id
/// @param version the version the page shows; forms post it back
/// @param name as shown, first name first
/// @param title what the person does, such as `Practice manager`; empty if unknown
/// @param organization where the person works; null if nowhere
/// @param division its name
/// @param type the kind of record in words, such as `Ephemeral`; empty for an ordinary one
/// @param numbers how many phone numbers there are
/// @param numbersWithSms how many of them accept SMS
/// @param surveyOptOut whether no surveys are sent
/// @param externalSystem the record in the company's own system; null if it has none
/// @param tabs Profile, Interactions, Notes, History, as far as this person may see them
/// @param mayEdit whether the person may change the contact
/// @param mayDelete whether the person may delete it
/// @param mayRecreate whether they may create it anew in another division
public record ContactHeader(
    String id,
    int version,
    String name,
    String title,
    @Nullable Link organization,
    String division,
    String type,
    int numbers,
    int numbersWithSms,
    boolean surveyOptOut,
    @Nullable Link externalSystem,
    List<Tab> tabs,
    boolean mayEdit,
    boolean mayDelete,
    boolean mayRecreate) {}
