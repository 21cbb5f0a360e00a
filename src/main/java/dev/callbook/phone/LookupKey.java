package dev.callbook.phone;

import java.util.regex.Pattern;

/// What stored numbers and callers are compared by. One of two forms:
///
/// * `+` and digits: the E.164 form, after the forms that reach the same telephone were made one
///   ([AliasForms]);
/// * `short:<region>:<digits>`: a number that means something inside one country or switchboard
///   only.
///
/// Two numbers have the same key exactly if one may stand for the other, so a look-up is one exact
/// index read.
public record LookupKey(String value) {
  private static final Pattern SHORT_DIGITS = Pattern.compile("\\d{2,6}");

  /// The key of a full number.
  public static LookupKey of(E164 number) {
    return new LookupKey(AliasForms.canonical(number.value()));
  }

  /// The key of a short number, such as 112, 72345 or the extension 2001.
  ///
  /// @param digits 2 to 6 digits
  static LookupKey ofShort(Region region, String digits) {
    if (!SHORT_DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("a short number has 2 to 6 digits");
    }
    return new LookupKey("short:" + region.code() + ":" + digits);
  }
}
