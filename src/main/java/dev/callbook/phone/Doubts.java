package dev.callbook.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says to the person who typed a number what is odd about it. The sentences hold lengths and
/// country codes, never digits of the number.
final class Doubts {
  static final String NO_DIGITS = "There is no number in it.";

  private Doubts() {}

  static String tooLong(int digits) {
    return "Too long: a telephone number has at most 15 digits, you typed " + digits + ".";
  }

  static String noSuchCountryCode(String digits) {
    return "No country code begins like +"
        + digits.substring(0, Math.min(3, digits.length()))
        + ".";
  }

  /// What is odd about a number that is not valid.
  ///
  /// @param national digits after the country code; no valid number of the plan
  /// @param near where the number was expected, if the plan covers several regions
  static String of(NumberingPlan plan, String national, @Nullable Region near) {
    String place = place(plan, near);
    int typed = national.length();
    if (plan.localLengths().contains(typed)) {
      return "The area code is missing: " + expectation(plan, typed);
    }
    List<Integer> lengths = List.copyOf(plan.lengths());
    if (!lengths.isEmpty() && typed < lengths.getFirst()) {
      return "Too short for " + place + ": " + expectation(plan, typed);
    }
    if (!lengths.isEmpty() && typed > lengths.getLast()) {
      return "Too long for " + place + ": " + expectation(plan, typed);
    }
    if (!lengths.contains(typed)) {
      return "Not a length that numbers in " + place + " have: " + expectation(plan, typed);
    }
    return wellMeasured(plan, national, place);
  }

  private static String wellMeasured(NumberingPlan plan, String national, String place) {
    String code = "+" + plan.callingCode();
    if (plan.judge("0" + national).valid()) {
      return "A 0 seems to be missing: in " + place + " it stays after " + code + ".";
    }
    String today = AliasForms.canonical(code + national).substring(code.length());
    if (!today.equals(national) && plan.judge(today).valid()) {
      return "Written as in former years: today it is " + plan.spell(today) + ".";
    }
    return "No number in " + place + " begins like this.";
  }

  private static String expectation(NumberingPlan plan, int typed) {
    Set<Integer> lengths = plan.lengths();
    boolean one = lengths.size() == 1 && lengths.contains(1);
    return inWords(List.copyOf(lengths))
        + (one ? " digit follows +" : " digits follow +")
        + plan.callingCode()
        + ", you typed "
        + typed
        + ".";
  }

  /// `9`, `7 or 10`, `4 to 15`.
  private static String inWords(List<Integer> ascending) {
    int first = ascending.getFirst();
    int last = ascending.getLast();
    if (ascending.size() > 2 && last - first == ascending.size() - 1) {
      return first + " to " + last;
    }
    List<String> words = new ArrayList<>(ascending.stream().map(String::valueOf).toList());
    String end = words.removeLast();
    return words.isEmpty() ? end : String.join(", ", words) + " or " + end;
  }

  private static String place(NumberingPlan plan, @Nullable Region near) {
    boolean nearby = near != null && near.callingCode() == plan.callingCode();
    Region region = nearby ? near : plan.mainRegion();
    return region == null ? "+" + plan.callingCode() : region.inWords();
  }
}
