package dev.callbook.testing.salesforce;

import java.util.Map;
import java.util.TreeMap;

/// Ids of records: 15 characters whose case matters, or the same with three more that say where the
/// capitals are.
final class RecordIds {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private final Map<String, Long> last = new TreeMap<>();

  /// Consecutive, so that ids of one object differ in case only now and then, as in a real org.
  synchronized String next(String prefix) {
    long number = last.merge(prefix, 1L, Long::sum);
    char[] digits = new char[9];
    for (int at = digits.length - 1; at >= 0; at--) {
      digits[at] = DIGITS.charAt((int) (number % 62));
      number /= 62;
    }
    return full(prefix + "5g0" + new String(digits));
  }

  /// @return its 18 characters; what is no id stays as it is
  static String full(String id) {
    if (id.length() != 15) {
      return id;
    }
    StringBuilder full = new StringBuilder(id);
    for (int third = 0; third < 3; third++) {
      int capitals = 0;
      for (int at = 4; at >= 0; at--) {
        char c = id.charAt(third * 5 + at);
        capitals = capitals * 2 + (c >= 'A' && c <= 'Z' ? 1 : 0);
      }
      full.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".charAt(capitals));
    }
    return full.toString();
  }
}
