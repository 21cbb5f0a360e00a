package dev.callbook.directory;

import java.util.UUID;

/// The runs of four digits in a number, by which any part of it is found; the last run also marked
/// as such, for "the last four".
///
/// A run is an integer that carries its division, so that searching a small division reads that
/// division's numbers only. Two divisions may share their bits: a run finds candidates, which are
/// compared with the digits themselves.
public final class DigitGrams {
  /// Parts shorter than this are found at the beginning of a number only.
  public static final int LENGTH = 4;

  private static final int LAST = 10_000;
  private static final int RUN_BITS = 15;
  private static final int DIVISION_MASK = (1 << (Integer.SIZE - RUN_BITS)) - 1;

  private DigitGrams() {}

  /// What is stored with a number; empty for fewer than four digits.
  ///
  /// @param digits ASCII digits only
  public static int[] of(UUID division, String digits) {
    int runs = digits.length() - LENGTH + 1;
    if (runs <= 0) {
      return new int[0];
    }
    int bits = bits(division);
    int[] grams = new int[runs + 1];
    for (int i = 0; i < runs; i++) {
      grams[i] = bits | run(digits, i);
    }
    grams[runs] = bits | (LAST + run(digits, runs - 1));
    return grams;
  }

  /// The runs that every number containing `part` has, without a division.
  ///
  /// @param part at least four ASCII digits
  public static int[] within(String part) {
    int[] runs = new int[part.length() - LENGTH + 1];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = run(part, i);
    }
    return runs;
  }

  /// The runs that every number ending in `part` has, without a division.
  ///
  /// @param part at least four ASCII digits
  public static int[] atEnd(String part) {
    int[] runs = within(part);
    runs[runs.length - 1] += LAST;
    return runs;
  }

  /// What marks a division's runs: `bits | run` is what is stored.
  public static int bits(UUID division) {
    return (division.hashCode() & DIVISION_MASK) << RUN_BITS;
  }

  private static int run(String digits, int from) {
    return Integer.parseInt(digits, from, from + LENGTH, 10);
  }
}
