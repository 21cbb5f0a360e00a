package dev.callbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.callbook.testing.SourceFiles;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds every language's words against the English ones, for every feature's
/// `messages/<feature>_<language>.properties`.
class MessagesTest {
  private static final String FOLDER = "src/main/resources/messages";
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z][\\w.]*)");

  static Stream<Path> english() {
    return SourceFiles.find(FOLDER, "_en.properties").stream();
  }

  @ParameterizedTest
  @MethodSource("english")
  void every_language_says_the_same_with_the_same_values(Path english) throws IOException {
    Map<String, NavigableSet<String>> expected = parameters(english);
    assertFalse(expected.isEmpty());
    for (Locale language : PageLanguage.SPOKEN) {
      assertEquals(expected, parameters(in(language, english)), language.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("english")
  void keys_stand_in_the_same_order_in_every_language(Path english) throws IOException {
    for (Locale language : PageLanguage.SPOKEN) {
      assertEquals(keys(english), keys(in(language, english)), language.toString());
    }
  }

  private static Path in(Locale language, Path english) {
    String name =
        english.getFileName().toString().replace("_en.", "_" + language.toLanguageTag() + ".");
    return english.resolveSibling(name);
  }

  private static List<String> keys(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf('=')))
        .toList();
  }

  private static Map<String, NavigableSet<String>> parameters(Path file) throws IOException {
    var words = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    var parameters = new TreeMap<String, NavigableSet<String>>();
    for (String key : words.stringPropertyNames()) {
      NavigableSet<String> used = new TreeSet<>();
      PARAMETER
          .matcher(words.getProperty(key))
          .results()
          .map(MatchResult::group)
          .forEach(used::add);
      parameters.put(key, used);
    }
    return parameters;
  }
}
