package dev.callbook.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.text.BreakIterator;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Words that templates make out of plain values.
@TemplateExtension
final class PageText {
  /// How many avatar colours `callbook.css` has (`hue1` to `hue6`).
  private static final int HUES = 6;

  private PageText() {}

  /// The first character of the first and of the last word, in capitals: `PR` for Priya
  /// Raghunathan. Characters are what a reader takes for one, so an accent stays with its letter.
  /// Empty for a blank name.
  static String initials(String name) {
    String[] words = name.strip().split("\\s+", -1);
    String first = firstCharacter(words[0]);
    String last = words.length > 1 ? firstCharacter(words[words.length - 1]) : "";
    return (first + last).toUpperCase(Locale.ROOT);
  }

  /// The style class of an avatar's colour: always the same for the same key.
  static String hue(String key) {
    return "hue" + (Math.floorMod(key.hashCode(), HUES) + 1);
  }

  /// Exact to the millisecond, in UTC, as a `datetime` attribute wants it.
  static String iso(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /// Date and time in UTC for readers without scripts; a script puts the viewer's own time in its
  /// place.
  static String readable(Instant at, @TemplateExtension.TemplateAttribute("locale") Object locale) {
    // The attribute is a language or its tag, as whoever rendered the template liked.
    Locale language =
        locale instanceof Locale known ? known : Locale.forLanguageTag(locale.toString());
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language)
            .format(at.atZone(ZoneOffset.UTC))
        + " UTC";
  }

  /// The value as part of a query.
  static String urlEncoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  /// A number with its thousands apart, as the viewer's language writes it.
  static String grouped(Long number, @TemplateExtension.TemplateAttribute("locale") Object locale) {
    Locale language =
        locale instanceof Locale known ? known : Locale.forLanguageTag(locale.toString());
    return NumberFormat.getIntegerInstance(language).format(number);
  }

  private static String firstCharacter(String word) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(word);
    int end = characters.next();
    return end == BreakIterator.DONE ? "" : word.substring(0, end);
  }
}
