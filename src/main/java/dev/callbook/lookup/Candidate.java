package dev.callbook.lookup;

import dev.callbook.contact.Contact;

/// One contact that may be the caller. @param pickedBefore whether an agent picked them for this
/// number the last time
public record Candidate(Contact contact, Reason reason, boolean pickedBefore) {}
