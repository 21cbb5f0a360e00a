package dev.callbook.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How one source, such as a trunk or a switchboard, writes its callers' numbers. The default for a
/// source is its region alone: [#of(Region)].
///
/// @param region whose numbers come without a country code
/// @param outsideLine digits the switchboard puts before every outside number, such as 9; usually
///   none
/// @param international what stands before a country code, if not what is usual in the region
/// @param national what stands before a national number, if not what is usual in the region
/// @param withoutPlus whether international numbers come as bare digits, country code first
public record DialPlan(
    Region region, String outsideLine, String international, String national, boolean withoutPlus) {
  private static final Pattern PREFIX = Pattern.compile("\\d{0,8}");

  public DialPlan {
    for (String prefix : List.of(outsideLine, international, national)) {
      if (!PREFIX.matcher(prefix).matches()) {
        throw new IllegalArgumentException("a prefix has up to 8 digits and nothing else");
      }
    }
  }

  /// A source that writes numbers as is usual in `region`.
  public static DialPlan of(Region region) {
    return new DialPlan(region, "", "", "", false);
  }

  public DialPlan withOutsideLine(String prefix) {
    return new DialPlan(region, prefix, international, national, withoutPlus);
  }

  public DialPlan withInternational(String prefix) {
    return new DialPlan(region, outsideLine, prefix, national, withoutPlus);
  }

  public DialPlan withNational(String prefix) {
    return new DialPlan(region, outsideLine, international, prefix, withoutPlus);
  }

  public DialPlan withBareCountryCodes() {
    return new DialPlan(region, outsideLine, international, national, true);
  }

  /// What `sent` stands for by the rules, likeliest first. The first that is a valid number is
  /// meant; if none is, `sent` stands for itself: a source that does not keep to its own rules
  /// still gets its callers known.
  ///
  /// @param sent digits only; with `+` there is nothing to rewrite
  List<String> rewritings(String sent) {
    List<String> rewritings = new ArrayList<>();
    if (isBefore(outsideLine, sent)) {
      String outside = sent.substring(outsideLine.length());
      addPrefixed(outside, rewritings);
      rewritings.add(outside);
    }
    addPrefixed(sent, rewritings);
    return rewritings;
  }

  private void addPrefixed(String number, List<String> rewritings) {
    if (isBefore(international, number)) {
      rewritings.add("+" + number.substring(international.length()));
    }
    if (isBefore(national, number)) {
      rewritings.add("+" + region.callingCode() + number.substring(national.length()));
    }
    if (withoutPlus) {
      rewritings.add("+" + number);
    }
  }

  private static boolean isBefore(String prefix, String number) {
    return !prefix.isEmpty() && number.startsWith(prefix);
  }
}
