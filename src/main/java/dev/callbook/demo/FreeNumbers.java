package dev.callbook.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Hands out telephone numbers that nobody can ever be reached at, each once and always in the same
/// order.
///
/// Those of [Country] are kept free for fiction by the country's regulator or lie where its
/// numbering plan assigns nothing.
final class FreeNumbers {
  /// For strangers, apart from those of the people in the directory: Ireland's numbers for drama
  /// (ComReg: 020 91x xxxx) and Australia's (ACMA: 5550 xxxx).
  private static final List<String> STRANGERS =
      List.of("+353 20 91# ####", "+61 2 5550 ####", "+61 3 5550 ####", "+61 7 5550 ####");

  /// Coprime to the size of each range, so that neighbours in the list are none in the range.
  private static final int STRIDE = 619;

  /// Some ranges begin a few numbers after their first.
  private static final int FIRST = 10;

  private final Map<List<String>, Integer> handedOut = new HashMap<>();

  String land(Country country) {
    return next(country, country.land());
  }

  String mobile(Country country) {
    return next(country, country.mobile());
  }

  /// Anyone's number but that of somebody in the directory.
  static String stranger(SplittableRandom dice) {
    String pattern = STRANGERS.get(dice.nextInt(STRANGERS.size()));
    return filled(pattern, dice.nextLong(capacity(pattern)));
  }

  private String next(Country country, List<String> patterns) {
    int index = handedOut.merge(patterns, 1, Integer::sum) - 1;
    String pattern = patterns.get(index % patterns.size());
    long room = capacity(pattern) - FIRST;
    long place = index / patterns.size();
    if (place >= room) {
      throw new IllegalStateException("no free number is left in " + country.code());
    }
    return "+" + country.callingCode() + " " + filled(pattern, FIRST + place * STRIDE % room);
  }

  private static long capacity(String pattern) {
    return (long) Math.pow(10, places(pattern));
  }

  private static int places(String pattern) {
    return (int) pattern.chars().filter(c -> c == '#').count();
  }

  private static String filled(String pattern, long number) {
    String digits = ("%0" + places(pattern) + "d").formatted(number);
    StringBuilder filled = new StringBuilder();
    int next = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      filled.append(c == '#' ? digits.charAt(next++) : c);
    }
    return filled.toString();
  }
}
