package dev.callbook.interaction;

import org.jspecify.annotations.Nullable;

/// An interaction as history shows it. @param agentName who had it, as they are called now
public record PastInteraction(Interaction interaction, @Nullable String agentName) {}
