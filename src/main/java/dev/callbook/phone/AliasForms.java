package dev.callbook.phone;

/// Three countries in which one telephone goes by two international numbers, both of which networks
/// and messengers still send. Each pair becomes one form here; every other number is left as it is.
final class AliasForms {
  private static final int SUBSCRIBER_WITH_AREA = 10;

  private AliasForms() {}

  /// The one form of a number.
  ///
  /// @param e164 `+` and digits
  static String canonical(String e164) {
    if (e164.startsWith("+52")) {
      return mexican(e164);
    }
    if (e164.startsWith("+54")) {
      return argentine(e164);
    }
    return e164.startsWith("+55") ? brazilian(e164) : e164;
  }

  /// Until 2019 a 1 stood before the ten digits of a mobile called from abroad; WhatsApp and some
  /// carriers still write it.
  private static String mexican(String e164) {
    return withoutDigitAfterCountryCode(e164, '1');
  }

  /// A 9 stands before the ten digits of a mobile called from abroad. Many carriers drop it from
  /// the caller's number.
  private static String argentine(String e164) {
    return withoutDigitAfterCountryCode(e164, '9');
  }

  private static String withoutDigitAfterCountryCode(String e164, char digit) {
    boolean marked = e164.length() == 4 + SUBSCRIBER_WITH_AREA && e164.charAt(3) == digit;
    return marked ? e164.substring(0, 3) + e164.substring(4) : e164;
  }

  /// Since 2016 a 9 stands before the eight digits of every mobile; WhatsApp and old records leave
  /// it out.
  private static String brazilian(String e164) {
    boolean eightDigits = e164.length() == 3 + SUBSCRIBER_WITH_AREA;
    return eightDigits && isOldBrazilianMobile(e164.charAt(5), e164.charAt(6))
        ? e164.substring(0, 5) + '9' + e164.substring(5)
        : e164;
  }

  /// Eight digits that begin with 2 to 5 are a fixed line. 70, 77, 78 and 79 were given to radio
  /// telephones, which never got the ninth digit: with a 9 before it, such a number may be somebody
  /// else's.
  private static boolean isOldBrazilianMobile(char first, char second) {
    return switch (first) {
      case '6', '8', '9' -> true;
      case '7' -> second >= '1' && second <= '6';
      default -> false;
    };
  }
}
