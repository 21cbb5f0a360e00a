package dev.callbook.contact;

import dev.callbook.directory.DigitGrams;
import dev.callbook.directory.TypedWords;
import dev.callbook.platform.Folding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was typed into the search box, understood. One text can mean several things.
///
/// @param text what was typed, without what cannot be meant: controls, an e-mail program's
///   brackets, the scheme of a link
/// @param words the folded words, for names and organizations; none in an address
/// @param address the text as an e-mail address, handle or external id begins; empty if it has
///   blanks
/// @param number the part of a number, if there is one
/// @param besideNumber the words beside the number, as in `ana 4567`
record SearchQuery(
    String text,
    TypedWords words,
    Optional<Address> address,
    Optional<Part> number,
    TypedWords besideNumber) {
  private static final int MAX_TEXT = 200;
  private static final int MIN_DIGITS = 3;
  private static final TypedWords NONE = new TypedWords(List.of());
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
  private static final Pattern SCHEME =
      Pattern.compile("^(?:tel|callto|sip|mailto):", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENCLOSED_ADDRESS =
      Pattern.compile("[<(\\[\"'](?<address>[^\\s<>()\\[\\]\"']+@[^\\s<>()\\[\\]\"']+)[>)\\]\"']");
  private static final String SPELLING = "\\p{Nd}\\s().\\-/\u00a0\u2011\u2013\\[\\]";
  private static final Pattern NUMBER =
      Pattern.compile("\\+?[" + SPELLING + "]+(?:(?:ext|x)\\.?\\s*\\p{Nd}*)?");
  private static final Pattern WORDS_AND_NUMBER =
      Pattern.compile("(?<words>.*?\\S)\\s+(?<number>\\+?\\p{Nd}[" + SPELLING + "]*)");
  private static final Pattern NUMBER_AND_WORDS =
      Pattern.compile("(?<number>\\+?\\p{Nd}[" + SPELLING + "]*)\\s(?<words>\\p{L}.*)");
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
    String text = clean(typed);
    String lower = text.toLowerCase(Locale.ROOT);
    if (NUMBER.matcher(lower).matches()) {
      return new SearchQuery(text, TypedWords.of(text), address(text), part(lower), NONE);
    }
    for (Pattern both : List.of(WORDS_AND_NUMBER, NUMBER_AND_WORDS)) {
      Matcher matcher = both.matcher(lower);
      if (matcher.matches()) {
        Optional<Part> part = part(matcher.group("number")).filter(Part::isAnywhere);
        TypedWords beside = TypedWords.of(matcher.group("words"));
        if (part.isPresent() && beside.size() > 0) {
          return new SearchQuery(text, TypedWords.of(text), Optional.empty(), part, beside);
        }
      }
    }
    boolean isAddress = text.indexOf('@') >= 0;
    return new SearchQuery(
        text, isAddress ? NONE : TypedWords.of(text), address(text), Optional.empty(), NONE);
  }

  /// Whether there are digits that tell more than the words around them.
  boolean hasDigits() {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static String clean(String typed) {
    // No text in the database holds a control character; PostgreSQL refuses NUL even to compare.
    String bare = CONTROLS.matcher(typed).replaceAll(" ").strip();
    String text = bare.length() > MAX_TEXT ? bare.substring(0, MAX_TEXT) : bare;
    Matcher enclosed = ENCLOSED_ADDRESS.matcher(text);
    return enclosed.find() ? enclosed.group("address") : SCHEME.matcher(text).replaceFirst("");
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
    String digits = digits(plus ? bare.replace("(0)", "") : bare);
    // Fewer may as well be the end of a number.
    boolean dialled = !plus && digits.startsWith("00") && digits.length() > DigitGrams.LENGTH;
    String number = dialled ? digits.substring(2) : digits;
    return number.length() < MIN_DIGITS
        ? Optional.empty()
        : Optional.of(new Part(number, plus || dialled));
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars()
        .filter(Character::isDigit)
        .forEach(digit -> digits.append(Character.digit(digit, 10)));
    return digits.toString();
  }
}
