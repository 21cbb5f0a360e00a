package dev.callbook.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// How the look-up keys of numbers begin that somebody is typing from the start, not having typed a
/// country code. Some 200 short index ranges, one for each calling code, answer for all countries.
@Singleton
public final class KeyBeginnings {
  private record Code(int callingCode, String trunkPrefix) {}

  private final List<Code> codes;

  KeyBeginnings() {
    PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    codes =
        library.getSupportedCallingCodes().stream()
            .sorted()
            .map(code -> new Code(code, trunkPrefix(library, code)))
            .toList();
  }

  private static String trunkPrefix(PhoneNumberUtil library, int callingCode) {
    String region = library.getRegionCodeForCountryCode(callingCode);
    if (region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY)) {
      return "";
    }
    String prefix = library.getNddPrefixForRegion(region, true);
    return prefix == null ? "" : prefix;
  }

  /// The beginnings that `digits` may stand for: the national number of any country, with or
  /// without what is dialled before it at home, or an international number without its plus.
  ///
  /// @param digits the first digits of a number, ASCII
  /// @param home whose numbers are meant most likely; they come first
  public List<String> of(String digits, Region home) {
    List<String> beginnings = new ArrayList<>(codes.size() + 2);
    codes.stream()
        .filter(code -> code.callingCode() == home.callingCode())
        .forEach(code -> add(beginnings, code, digits));
    if (!digits.startsWith("0")) {
      beginnings.add("+" + digits);
    }
    codes.stream()
        .filter(code -> code.callingCode() != home.callingCode())
        .forEach(code -> add(beginnings, code, digits));
    return beginnings;
  }

  private static void add(List<String> beginnings, Code code, String digits) {
    boolean hasTrunk = !code.trunkPrefix().isEmpty() && digits.startsWith(code.trunkPrefix());
    String national = hasTrunk ? digits.substring(code.trunkPrefix().length()) : digits;
    if (!national.isEmpty()) {
      beginnings.add("+" + code.callingCode() + national);
    }
    if (hasTrunk && !digits.startsWith("0")) {
      // The number itself may begin with that digit: 800 in Russia.
      beginnings.add("+" + code.callingCode() + digits);
    }
  }
}
