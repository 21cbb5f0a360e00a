package dev.callbook.csvimport.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A column's name with everything taken away in which exports differ: case, accents, punctuation,
/// humps of camel case.
///
/// @param phrase the words with one blank between them; `workPhone.display` becomes `work phone
///   display`
record HeaderText(String phrase, List<String> words) {
  private static final Pattern HUMP =
      Pattern.compile("(?<=\\p{Ll}|\\d)(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’´`]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Pattern E_MAIL = Pattern.compile("\\be mail\\b");

  static HeaderText of(String header) {
    String split = HUMP.matcher(APOSTROPHES.matcher(header).replaceAll(" ")).replaceAll(" ");
    String plain =
        ACCENTS.matcher(Normalizer.normalize(split, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT).replace("ß", "ss");
    String apart = BETWEEN_WORDS.matcher(lower).replaceAll(" ").strip();
    String phrase = E_MAIL.matcher(apart).replaceAll("email").replace("whats app", "whatsapp");
    return new HeaderText(phrase, phrase.isEmpty() ? List.of() : List.of(phrase.split(" ")));
  }

  /// The same without numbers, as in `E-mail 2 Address`.
  HeaderText withoutNumbers() {
    List<String> kept =
        words.stream().filter(word -> !word.chars().allMatch(Character::isDigit)).toList();
    return new HeaderText(String.join(" ", kept), kept);
  }

  boolean hasAny(Set<String> sought) {
    return words.stream().anyMatch(sought::contains);
  }
}
