package dev.callbook.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line of history.
///
/// @param minutes how long they talked; null where they did not
/// @param isNow whether it is the interaction on the screen
public record PastView(
    String icon,
    boolean isInbound,
    boolean isMissed,
    boolean isNow,
    @Nullable Long minutes,
    Instant at,
    @Nullable String queue,
    @Nullable String agent,
    @Nullable String outcome) {}
