package dev.callbook.identity.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whether two names, folded and parted by blanks, may be one person's: the same words in whatever
/// order, one of them with a slip of a letter, shortened or left out.
final class NearNames {
  private static final int MIN_SHORTENED = 3;
  private static final int MIN_MISTYPED = 4;

  private NearNames() {}

  static boolean areNear(String one, String other) {
    List<String> left = new ArrayList<>(words(one));
    List<String> right = new ArrayList<>(words(other));
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    for (String word : List.copyOf(left)) {
      if (right.remove(word)) {
        left.remove(word);
      }
    }
    int same = words(one).size() - left.size();
    if (left.isEmpty() || right.isEmpty()) {
      // A middle name more or less; a family name alone says too little.
      return left.size() + right.size() == 0 || (same >= 2 && left.size() + right.size() <= 2);
    }
    return same >= 1
        && left.size() == 1
        && right.size() == 1
        && areNearWords(left.getFirst(), right.getFirst());
  }

  private static List<String> words(String name) {
    return Arrays.stream(name.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static boolean areNearWords(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = one.length() <= other.length() ? other : one;
    boolean isShortened =
        longer.startsWith(shorter) && (shorter.length() == 1 || shorter.length() >= MIN_SHORTENED);
    return isShortened || (longer.length() >= MIN_MISTYPED && isOneSlip(shorter, longer));
  }

  /// One letter more, less, or other, or two that changed places.
  private static boolean isOneSlip(String shorter, String longer) {
    if (longer.length() - shorter.length() > 1) {
      return false;
    }
    int same = 0;
    while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
      same++;
    }
    String left = shorter.substring(same);
    String right = longer.substring(same);
    if (left.length() < right.length()) {
      return right.substring(1).equals(left);
    }
    boolean isOther = left.substring(1).equals(right.substring(1));
    boolean isSwapped =
        left.length() > 1
            && left.charAt(0) == right.charAt(1)
            && left.charAt(1) == right.charAt(0)
            && left.substring(2).equals(right.substring(2));
    return isOther || isSwapped;
  }
}
