package dev.callbook.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One interaction in the list at the left, and in the strip above its card.
///
/// @param state `alerting`, `connected` or `wrap_up`
/// @param name who it is; the number where nobody is known; empty where that is withheld
/// @param isPerson whether `name` is a person's
/// @param number as people read it; null where it is withheld
/// @param count how many contacts share the number; 0 unless the agent has to choose
/// @param since since when it is in this state
/// @param missed whether it ended before anybody took it
public record CallView(
    UUID id,
    String state,
    String icon,
    String name,
    boolean isPerson,
    boolean isWithheld,
    @Nullable String number,
    boolean isVerified,
    int count,
    @Nullable String organization,
    @Nullable String queue,
    Instant since,
    boolean missed) {
  /// Whether nobody holds the number.
  public boolean isUnknown() {
    return !isPerson && !isWithheld && count == 0;
  }

  /// Whether there is more to say than the queue.
  public boolean hasDetail() {
    return organization != null || count > 0 || isUnknown();
  }

  public boolean isAlerting() {
    return state.equals("alerting");
  }

  public boolean isConnected() {
    return state.equals("connected");
  }

  public boolean isWrapUp() {
    return state.equals("wrap_up");
  }
}
