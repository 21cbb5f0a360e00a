package dev.callbook.phone;

import dev.callbook.phone.Caller.Withheld.Reason;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What sources write in place of a number when they have none to show.
final class WithheldWords {
  /// The digits spell ANONYMOUS, BLOCKED, RESTRICTED, UNAVAILABLE and UNKNOWN on a telephone's
  /// keys. Twilio sends them as numbers; 7378742833 would even be a valid one in Texas.
  private static final Map<String, Reason> REASONS =
      Map.ofEntries(
          Map.entry("", Reason.NOT_SENT),
          Map.entry("<unknown>", Reason.NOT_SENT),
          Map.entry("unknown", Reason.NOT_SENT),
          Map.entry("unavailable", Reason.NOT_SENT),
          Map.entry("asterisk", Reason.NOT_SENT),
          Map.entry("8656696", Reason.NOT_SENT),
          Map.entry("86282452253", Reason.NOT_SENT),
          Map.entry("anonymous", Reason.HIDDEN),
          Map.entry("restricted", Reason.HIDDEN),
          Map.entry("private", Reason.HIDDEN),
          Map.entry("withheld", Reason.HIDDEN),
          Map.entry("blocked", Reason.HIDDEN),
          Map.entry("266696687", Reason.HIDDEN),
          Map.entry("7378742833", Reason.HIDDEN),
          Map.entry("2562533", Reason.HIDDEN));

  /// RFC 3323, section 4.1.1.3: the host of a caller who wants to stay unknown.
  private static final String ANONYMOUS_HOST = "anonymous.invalid";

  private WithheldWords() {}

  /// Why there is no number in `sent`; null if it may be a number or an address.
  static @Nullable Reason reason(String sent) {
    String word = sent.strip().toLowerCase(Locale.ROOT);
    return REASONS.get(word.startsWith("+") ? word.substring(1) : word);
  }

  static @Nullable Reason reason(NumberUri uri) {
    return uri.host().equals(ANONYMOUS_HOST) ? Reason.HIDDEN : reason(uri.user());
  }
}
