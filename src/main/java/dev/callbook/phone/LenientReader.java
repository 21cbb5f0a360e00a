package dev.callbook.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// libphonenumber's parser, which knows extensions, words, international and carrier prefixes; and
/// what it leaves undone.
final class LenientReader {
  /// How Mexicans wrote mobiles and long distance until 2019, before the ten digits.
  private static final Pattern FORMER_MEXICAN = Pattern.compile("(?:1|01|04[45])(\\d{10})");

  /// The inland 15 of an Argentine mobile, written on after the international 9.
  private static final Pattern DOUBLY_MOBILE_ARGENTINE = Pattern.compile("9(\\d{12})");

  private static final int MEXICO = 52;
  private static final int ARGENTINA = 54;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final NumberingPlans plans;

  LenientReader(NumberingPlans plans) {
    this.plans = plans;
  }

  /// Reads `text`; empty if there is no number in it, or its country code does not exist.
  Optional<Reading> read(String text, Region region) {
    PhoneNumber number;
    try {
      number = library.parse(text, region.code());
    } catch (NumberParseException e) {
      // The commonest answer to free text; whoever typed it gets the reason in words.
      return Optional.empty();
    }
    String national = library.getNationalSignificantNumber(number);
    Optional<String> extension = Optional.of(number.getExtension()).filter(ext -> !ext.isEmpty());
    return Optional.of(
        switch (number.getCountryCode()) {
          case MEXICO -> new Reading(plans.of(MEXICO), mexican(national), extension);
          case ARGENTINA -> new Reading(plans.of(ARGENTINA), argentine(national), extension);
          default -> new Reading(plans.of(number.getCountryCode()), national, extension);
        });
  }

  private static String mexican(String national) {
    Matcher former = FORMER_MEXICAN.matcher(national);
    return former.matches() ? former.group(1) : national;
  }

  private String argentine(String national) {
    Matcher doubly = DOUBLY_MOBILE_ARGENTINE.matcher(national);
    return doubly.matches()
        ? read("+54" + doubly.group(1), new Region("AR")).map(Reading::national).orElse(national)
        : national;
  }
}
