package dev.callbook.interaction;

import dev.callbook.phone.Presentation;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is kept of the party on the other side. Nothing but the fact is kept of one who withheld
/// the number.
///
/// @param presentation `ALLOWED` where there is something to show
/// @param raw as the source had it
/// @param shown as people read it
/// @param lookupKey what contacts are found by; null where nobody can be
/// @param e164 null unless it is a full number
/// @param verified whether the network vouches for it
/// @param asOf when the source said so; null if it never did
public record CallerLine(
    Presentation presentation,
    @Nullable String raw,
    @Nullable String shown,
    @Nullable String lookupKey,
    @Nullable String e164,
    boolean verified,
    @Nullable Instant asOf) {
  /// Nobody said anything yet.
  static final CallerLine UNSAID = nothing(Presentation.UNAVAILABLE, null);

  static CallerLine nothing(Presentation presentation, @Nullable Instant asOf) {
    return new CallerLine(presentation, null, null, null, null, false, asOf);
  }

  public boolean isWithheld() {
    return presentation != Presentation.ALLOWED;
  }

  /// The line after a source said `next`, in whatever order it comes. Who once withheld the number
  /// stays unknown: some sources set the flag in one event and leak the number in the next.
  CallerLine heard(CallerLine next) {
    if (presentation == Presentation.WITHHELD || next.presentation == Presentation.WITHHELD) {
      return presentation == Presentation.WITHHELD ? this : next;
    }
    if (next.presentation == Presentation.UNAVAILABLE) {
      return this;
    }
    boolean isNewer =
        presentation == Presentation.UNAVAILABLE
            || asOf == null
            || !Objects.requireNonNull(next.asOf).isBefore(asOf);
    return isNewer ? next : this;
  }

  boolean isSameParty(CallerLine other) {
    return presentation == other.presentation
        && Objects.equals(raw, other.raw)
        && Objects.equals(lookupKey, other.lookupKey);
  }
}
