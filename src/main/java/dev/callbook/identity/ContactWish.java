package dev.callbook.identity;

import dev.callbook.access.Division;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.Identifier;
import java.util.List;
import java.util.function.UnaryOperator;

/// What an enrichment of contacts is asked for, read and checked.
///
/// @param division where contacts match, and where a new one goes
/// @param identifiers what contacts match by, the first counts most; 1 to 25
/// @param details of a new contact
/// @param edit what becomes of one that is stored
/// @param promotes whether one that matches becomes one that was made on purpose
record ContactWish(
    Division division,
    EnrichAction action,
    List<Identifier> identifiers,
    ContactDetails details,
    UnaryOperator<Contact> edit,
    boolean promotes) {}
