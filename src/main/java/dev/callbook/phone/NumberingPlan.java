package dev.callbook.phone;

import com.google.i18n.phonenumbers.Phonemetadata.NumberFormat;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The numbers behind one calling code, compiled once from libphonenumber's data: which are valid,
/// where they belong, how they are spelt. A national number here is what follows the calling code.
///
/// libphonenumber answers the same questions, but keeps its compiled patterns in two caches of 100:
/// an import that mixes twenty countries compiles them over and over (7 µs a question, and one lock
/// for all threads).
final class NumberingPlan {
  /// Where a national number belongs and what it is; `kind` is `UNKNOWN` if it fits no pattern.
  record Verdict(@Nullable Region region, NumberKind kind) {
    boolean valid() {
      return kind != NumberKind.UNKNOWN;
    }
  }

  private record Spelling(@Nullable Pattern leading, Pattern groups, String format) {}

  private final int callingCode;
  private final List<RegionalPlan> regions;
  private final List<Spelling> spellings;
  private final Set<Integer> lengths;
  private final Set<Integer> localLengths;

  /// Compiles a plan.
  ///
  /// @param regions main region first; one without a region for numbers of no country
  NumberingPlan(int callingCode, List<PhoneMetadata> regions) {
    PhoneMetadata main = regions.getFirst();
    this.callingCode = callingCode;
    this.regions = regions.stream().map(RegionalPlan::new).toList();
    this.spellings =
        (main.getIntlNumberFormatCount() > 0
                ? main.getIntlNumberFormatList()
                : main.getNumberFormatList())
            .stream().map(NumberingPlan::spelling).toList();
    this.lengths = new TreeSet<>(main.getGeneralDesc().getPossibleLengthList());
    this.localLengths = new TreeSet<>(main.getGeneralDesc().getPossibleLengthLocalOnlyList());
  }

  private static Spelling spelling(NumberFormat format) {
    int last = format.getLeadingDigitsPatternCount() - 1;
    return new Spelling(
        last < 0 ? null : Pattern.compile(format.getLeadingDigitsPattern(last)),
        Pattern.compile(format.getPattern()),
        format.getFormat());
  }

  int callingCode() {
    return callingCode;
  }

  int codeLength() {
    return callingCode < 10 ? 1 : callingCode < 100 ? 2 : 3;
  }

  @Nullable Region mainRegion() {
    return regions.getFirst().region();
  }

  /// How many digits a national number may have, ascending.
  Set<Integer> lengths() {
    return lengths;
  }

  /// How many digits it may have when the area code is left out, ascending; empty where that is
  /// unusual.
  Set<Integer> localLengths() {
    return localLengths;
  }

  /// What is dialled before a national number inside `region`: 0 in Germany; empty in Spain.
  String trunkPrefix(Region region) {
    for (RegionalPlan candidate : regions) {
      if (region.equals(candidate.region())) {
        return candidate.trunkPrefix();
      }
    }
    return "";
  }

  Verdict judge(String national) {
    if (regions.size() == 1) {
      return regions.getFirst().judge(national);
    }
    for (RegionalPlan region : regions) {
      if (region.claims(national)) {
        return region.judge(national);
      }
    }
    return new Verdict(null, NumberKind.UNKNOWN);
  }

  /// The usual international spelling: `+34 911 23 45 67`.
  String spell(String national) {
    for (Spelling spelling : spellings) {
      if (spelling.leading() != null && !spelling.leading().matcher(national).lookingAt()) {
        continue;
      }
      Matcher groups = spelling.groups().matcher(national);
      if (groups.matches()) {
        return "+" + callingCode + " " + groups.replaceAll(spelling.format());
      }
    }
    return "+" + callingCode + " " + national;
  }
}
