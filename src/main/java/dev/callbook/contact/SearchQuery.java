package dev.callbook.contact;

import dev.callbook.directory.DigitGrams;
import dev.callbook.platform.Folding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was typed into the search box, understood. One text can mean several things.
///
/// @param words the folded words, for names and organizations; empty where only a number can be
///   meant
/// @param address the text as an e-mail address or handle begins; empty if it has blanks
/// @param number the part of a number, if there is one
/// @param besideNumber whether words stand beside the number: `ana 4567`
record SearchQuery(
    List<String> words, Optional<Address> address, Optional<Part> number, boolean besideNumber) {
  /// More words than these do not make a search sharper.
  private static final int MAX_WORDS = 6;

  private static final int MAX_TEXT = 200;
  private static final int MIN_DIGITS = 3;
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<plus>\\+?)[\\p{Nd}\\s().\\-/\u00a0\u2011\u2013\\[\\]]+(?:(?:ext|x)\\.?\\s*\\p{Nd}*)?");
  private static final Pattern TRAILING_NUMBER =
      Pattern.compile("^(?<words>.*?\\S)\\s+(?<number>\\+?\\d[\\p{Nd}\\s().\\-/]*)$");
  private static final Pattern EXTENSION = Pattern.compile("\\s*(?:ext|x)\\.?\\s*\\d*$");

  /// The beginning of an e-mail address, handle or external id.
  sealed interface Address {
    /// `ana.ru`, `ana@ac`: an address from its beginning, or a domain; or an external id.
    ///
    /// @param typed as it stands in the box
    /// @param text in lower case; without accents, as addresses are spelt
    record Beginning(String typed, String text) implements Address {}

    /// `@acme`: a domain from its beginning, or a handle.
    record AfterAt(String text) implements Address {}
  }

  /// Some digits of a number.
  ///
  /// @param isInternational whether they begin with the country code: typed with `+` or `00`
  record Part(String digits, boolean isInternational) {
    /// Whether it can be found in the middle and at the end of a number too.
    boolean isAnywhere() {
      return digits.length() >= DigitGrams.LENGTH;
    }
  }

  static SearchQuery of(String typed) {
    // No text in the database holds a control character; PostgreSQL refuses NUL even to compare.
    String clean = CONTROLS.matcher(typed).replaceAll(" ");
    String text = clean.length() > MAX_TEXT ? clean.substring(0, MAX_TEXT) : clean;
    String lower = text.strip().toLowerCase(Locale.ROOT);
    Optional<Part> number = NUMBER.matcher(lower).matches() ? part(lower) : Optional.empty();
    if (number.isPresent()) {
      return new SearchQuery(words(text), address(text.strip()), number, false);
    }
    Matcher trailing = TRAILING_NUMBER.matcher(lower);
    if (trailing.matches()) {
      Optional<Part> beside = part(trailing.group("number"));
      if (beside.isPresent()) {
        return new SearchQuery(words(trailing.group("words")), Optional.empty(), beside, true);
      }
    }
    boolean isAddress = lower.indexOf('@') >= 0;
    return new SearchQuery(
        isAddress ? List.of() : words(text), address(text.strip()), Optional.empty(), false);
  }

  boolean isEmpty() {
    return words.isEmpty() && address.isEmpty() && number.isEmpty();
  }

  private static List<String> words(String text) {
    List<String> words = Folding.words(text);
    return List.copyOf(words.subList(0, Math.min(words.size(), MAX_WORDS)));
  }

  private static Optional<Address> address(String typed) {
    if (typed.isEmpty() || typed.chars().anyMatch(Character::isWhitespace)) {
      return Optional.empty();
    }
    String lower = typed.toLowerCase(Locale.ROOT);
    if (lower.startsWith("@")) {
      return lower.length() == 1
          ? Optional.empty()
          : Optional.of(new Address.AfterAt(lower.substring(1)));
    }
    boolean isWord = lower.chars().allMatch(Character::isLetterOrDigit);
    return Optional.of(new Address.Beginning(typed, isWord ? Folding.key(lower) : lower));
  }

  private static Optional<Part> part(String typed) {
    String bare = EXTENSION.matcher(typed).replaceAll("");
    boolean plus = bare.strip().startsWith("+");
    // "(0)" stands for a digit that is dialled at home only.
    String digits =
        (plus ? bare.replace("(0)", "") : bare)
            .chars()
            .filter(Character::isDigit)
            .map(c -> '0' + Character.digit(c, 10))
            .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
            .toString();
    // Fewer may as well be the end of a number.
    boolean dialled = !plus && digits.startsWith("00") && digits.length() > DigitGrams.LENGTH;
    String number = dialled ? digits.substring(2) : digits;
    return number.length() < MIN_DIGITS
        ? Optional.empty()
        : Optional.of(new Part(number, plus || dialled));
  }
}
