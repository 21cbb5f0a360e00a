package dev.callbook.identity;

import dev.callbook.contact.ContactHeader;
import dev.callbook.web.Choice;
import java.util.List;

/// The question where a contact is to be made anew.
///
/// @param divisions where this person may do it; empty if nowhere
/// @param isMerged whether a merge made the contact: then it stays
/// @param changedMeanwhile whether someone else saved it since this person opened the page
/// @param errors what was wrong with the last answer, in words
public record RecreationView(
    ContactHeader header,
    List<Choice> divisions,
    boolean isMerged,
    boolean changedMeanwhile,
    List<String> errors) {}
