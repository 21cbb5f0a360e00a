package dev.callbook.demo;

import java.util.List;
import java.util.SplittableRandom;

/// Chance that is the same each time.
final class Dice {
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private Dice() {}

  /// Dice for one thing. @param index the same dice for the same thing and index
  static SplittableRandom of(String thing, long index) {
    return new SplittableRandom(thing.hashCode() * SEED + index * 0xBF58476D1CE4E5B9L);
  }

  static boolean chance(SplittableRandom dice, int percent) {
    return dice.nextInt(100) < percent;
  }

  static <T> T pick(SplittableRandom dice, List<T> values) {
    return values.get(dice.nextInt(values.size()));
  }

  /// The text with a digit in the place of each `#`.
  static String digits(SplittableRandom dice, String pattern) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      text.append(c == '#' ? (char) ('0' + dice.nextInt(10)) : c);
    }
    return text.toString();
  }
}
