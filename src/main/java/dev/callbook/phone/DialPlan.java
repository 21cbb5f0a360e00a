package dev.callbook.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /// A way in which a source may write a number.
  public enum Rule {
    /// digits for an outside line were taken off
    OUTSIDE_LINE,
    /// the source's own prefix before a country code became a plus
    INTERNATIONAL,
    /// the source's own prefix before a national number became the country code
    NATIONAL,
    /// a plus was put before bare digits
    WITHOUT_PLUS
  }

  /// What the digits may stand for. @param rules those that were applied, in their order
  record Rewriting(String text, List<Rule> rules) {}

  /// What `sent` stands for by the rules, likeliest first. The first that is a valid number is
  /// meant; if none is, `sent` stands for itself: a source that does not keep to its own rules
  /// still gets its callers known.
  ///
  /// @param sent digits only; with `+` there is nothing to rewrite
  List<Rewriting> rewritings(String sent) {
    List<Rewriting> rewritings = new ArrayList<>();
    if (isBefore(outsideLine, sent)) {
      String outside = sent.substring(outsideLine.length());
      List<Rule> taken = List.of(Rule.OUTSIDE_LINE);
      addPrefixed(outside, taken, rewritings);
      rewritings.add(new Rewriting(outside, taken));
    }
    addPrefixed(sent, List.of(), rewritings);
    return rewritings;
  }

  private void addPrefixed(String number, List<Rule> before, List<Rewriting> rewritings) {
    if (isBefore(international, number)) {
      String rest = number.substring(international.length());
      rewritings.add(new Rewriting("+" + rest, and(before, Rule.INTERNATIONAL)));
    }
    if (isBefore(national, number)) {
      String rest = number.substring(national.length());
      rewritings.add(new Rewriting("+" + region.callingCode() + rest, and(before, Rule.NATIONAL)));
    }
    if (withoutPlus) {
      rewritings.add(new Rewriting("+" + number, and(before, Rule.WITHOUT_PLUS)));
    }
  }

  private static List<Rule> and(List<Rule> before, Rule rule) {
    return Stream.concat(before.stream(), Stream.of(rule)).toList();
  }

  private static boolean isBefore(String prefix, String number) {
    return !prefix.isEmpty() && number.startsWith(prefix);
  }
}
