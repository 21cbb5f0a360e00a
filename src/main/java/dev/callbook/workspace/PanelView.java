package dev.callbook.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything about one interaction beside the list: strip, card, history. Exactly one of `person`,
/// `choices`, `isUnknown`, `isOutOfSight` and `isWithheld` is there.
///
/// @param person who it is
/// @param choices who it may be; empty unless the agent has to choose
/// @param past the person's history, or that of the number; newest first
/// @param form what stands in the form that creates a contact
public record PanelView(
    CallView call,
    @Nullable PersonView person,
    List<ChoiceView> choices,
    boolean isUnknown,
    boolean isOutOfSight,
    boolean isWithheld,
    List<PastView> past,
    CreateView form,
    Rights rights) {
  /// What the agent may do besides looking.
  public record Rights(boolean attach, boolean create, boolean note, boolean keepNumber) {}
}
