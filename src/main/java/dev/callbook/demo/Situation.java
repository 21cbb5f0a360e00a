package dev.callbook.demo;

/// What can happen when somebody calls.
public enum Situation {
  /// One contact holds the number.
  KNOWN(52),
  /// Several do.
  SHARED(12),
  /// Nobody does.
  UNKNOWN(12),
  WITHHELD(6),
  /// A message from somebody known.
  MESSAGE(10),
  /// A call whose number comes later than the call.
  LATE(8);

  private final int share;

  Situation(int share) {
    this.share = share;
  }

  /// How often of a hundred calls.
  int share() {
    return share;
  }

  /// The situation of a number from 0 to 99.
  static Situation of(int roll) {
    int left = roll;
    for (Situation each : values()) {
      left -= each.share;
      if (left < 0) {
        return each;
      }
    }
    return KNOWN;
  }
}
