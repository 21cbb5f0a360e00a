package dev.callbook.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.callbook.phone.ParsedNumber.Full;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// We judge and spell ordinary numbers from libphonenumber's data by ourselves, because it is
/// several times faster. These tests hold us to its answers, for every region and every kind of
/// number it has an example of.
class LibraryAgreementTest {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final int VARIATIONS = 200;
  private final PhoneNumbers numbers = new PhoneNumbers();
  private final NumberingPlans plans = new NumberingPlans();

  static Stream<String> regions() {
    return LIBRARY.getSupportedRegions().stream().sorted();
  }

  private static List<PhoneNumber> examples(String region) {
    List<PhoneNumber> examples = new ArrayList<>();
    Random random = new Random(region.hashCode());
    for (PhoneNumberType type : LIBRARY.getSupportedTypesForRegion(region)) {
      PhoneNumber example = LIBRARY.getExampleNumberForType(region, type);
      for (int i = 0; example != null && i < VARIATIONS; i++) {
        examples.add(varied(example, random));
      }
    }
    return examples;
  }

  /// Other last digits, most often the last three: valid numbers, and their invalid neighbours.
  private static PhoneNumber varied(PhoneNumber example, Random random) {
    int changed = 1 + random.nextInt(random.nextInt(8) == 0 ? 8 : 3);
    long power = (long) Math.pow(10, changed);
    long national = example.getNationalNumber() / power * power + random.nextLong(power);
    return new PhoneNumber().mergeFrom(example).setNationalNumber(national);
  }

  @ParameterizedTest
  @MethodSource("regions")
  void numbers_are_judged_and_spelt_as_the_library_does(String region) {
    for (PhoneNumber number : examples(region)) {
      NumberingPlan plan = plans.of(number.getCountryCode());
      String national = LIBRARY.getNationalSignificantNumber(number);
      NumberingPlan.Verdict verdict = plan.judge(national);

      assertEquals(LIBRARY.isValidNumber(number), verdict.valid(), () -> "+" + number);
      assertEquals(LIBRARY.getNumberType(number), type(verdict.kind()), () -> "+" + number);
      if (verdict.valid()) {
        assertEquals(
            LIBRARY.getRegionCodeForNumber(number),
            verdict.region() == null ? "001" : verdict.region().code());
      }
      assertEquals(LIBRARY.format(number, PhoneNumberFormat.INTERNATIONAL), plan.spell(national));
    }
  }

  @ParameterizedTest
  @MethodSource("regions")
  void valid_numbers_come_out_as_from_the_librarys_parser(String region)
      throws NumberParseException {
    for (PhoneNumber number : examples(region)) {
      if (!LIBRARY.isValidNumber(number)) {
        continue;
      }
      for (PhoneNumberFormat format : List.of(PhoneNumberFormat.E164, PhoneNumberFormat.NATIONAL)) {
        String typed = LIBRARY.format(number, format);
        String home = LIBRARY.getRegionCodeForNumber(number);
        PhoneNumber theirs = LIBRARY.parse(typed, home);
        if (numbers.parse(typed, new Region(home)) instanceof Full ours
            && LIBRARY.isValidNumber(theirs)) {
          assertEquals(
              LIBRARY.format(theirs, PhoneNumberFormat.E164),
              ours.e164().value(),
              () -> typed + " " + home);
        } else {
          assertTrue(fewDigits(typed), () -> typed + " " + home);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " x45",
        "x45",
        " X 45",
        " ext. 45",
        " ext 45",
        " Ext: 45",
        ", ext. 45",
        " extn. 45",
        ";ext=45",
        " extension 45",
        ",,45#",
        ",,45",
        " #45",
        " x0045",
        " x1234567",
        " ext. 45#"
      })
  void extensions_are_read_as_by_the_librarys_parser(String written) throws NumberParseException {
    for (String number : List.of("+1 202-555-0123", "(202) 555-0123", "+34 911 23 45 67")) {
      PhoneNumber theirs = LIBRARY.parse(number + written, "US");
      Full ours = assertInstanceOf(Full.class, numbers.parse(number + written, new Region("US")));

      assertEquals(LIBRARY.format(theirs, PhoneNumberFormat.E164), ours.e164().value());
      assertEquals(theirs.getExtension(), ours.extension().orElse(""), number + written);
    }
  }

  private static boolean fewDigits(String typed) {
    return typed.replaceAll("\\D", "").length() <= 7;
  }

  private static PhoneNumberType type(NumberKind kind) {
    return switch (kind) {
      case FIXED_LINE -> PhoneNumberType.FIXED_LINE;
      case MOBILE -> PhoneNumberType.MOBILE;
      case FIXED_LINE_OR_MOBILE -> PhoneNumberType.FIXED_LINE_OR_MOBILE;
      case TOLL_FREE -> PhoneNumberType.TOLL_FREE;
      case PREMIUM_RATE -> PhoneNumberType.PREMIUM_RATE;
      case SHARED_COST -> PhoneNumberType.SHARED_COST;
      case VOIP -> PhoneNumberType.VOIP;
      case PERSONAL -> PhoneNumberType.PERSONAL_NUMBER;
      case PAGER -> PhoneNumberType.PAGER;
      case COMPANY -> PhoneNumberType.UAN;
      case VOICEMAIL -> PhoneNumberType.VOICEMAIL;
      case UNKNOWN -> PhoneNumberType.UNKNOWN;
    };
  }
}
