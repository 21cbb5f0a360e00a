package dev.callbook.bulkaction;

import dev.callbook.web.Choice;
import dev.callbook.web.Link;
import dev.callbook.web.Sent;
import java.util.List;

/// The question in which division the selected contacts are to be made anew.
///
/// @param said what was sent: who is meant; forms send it along
/// @param divisions where this person may create and delete contacts; empty if nowhere
/// @param back the list
/// @param wrong whether the last answer was no such division
record DivisionQuestion(List<Sent> said, List<Choice> divisions, Link back, boolean wrong) {}
