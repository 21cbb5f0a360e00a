package dev.callbook.csvimport.reading;

import dev.callbook.wire.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// A [Trouble] with its details, in the reader's language.
///
/// @param details numbers, names of encodings and the like; never anything out of the file
public record Reason(Trouble trouble, List<String> details) implements Problem.Sayable {
  private static final String TEXTS = "dev.callbook.csvimport.reading.trouble";
  private static final ResourceBundle.Control AS_NAMED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public static Reason of(Trouble trouble, Object... details) {
    return new Reason(trouble, Arrays.stream(details).map(String::valueOf).toList());
  }

  /// One or two sentences: what is wrong, and what to do. English where there is no text in
  /// `language`.
  @Override
  public String in(Locale language) {
    Locale known = language.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
    String text = ResourceBundle.getBundle(TEXTS, known, AS_NAMED).getString(trouble.name());
    return String.format(Locale.ROOT, text, details.toArray());
  }

  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}
