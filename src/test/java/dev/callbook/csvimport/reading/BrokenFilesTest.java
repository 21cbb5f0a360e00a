package dev.callbook.csvimport.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.csvimport.reading.BrokenFiles.Broken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each broken file is refused or its rows are, in words, at its place, in bounded memory and time.
class BrokenFilesTest {
  static List<Broken> files() {
    return BrokenFiles.all();
  }

  private record Told(String english, String german) {
    static Told of(Reason reason) {
      return new Told(reason.in(Locale.ENGLISH), reason.in(Locale.GERMAN));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void whoever_brought_it_is_told_what_is_wrong(Broken file) throws IOException {
    List<Told> told = new ArrayList<>();
    boolean hasRows = false;
    try (DataFile rows = DataFile.open(Samples.channel(file.bytes()), null)) {
      while (rows.hasNext()) {
        hasRows = true;
        switch (rows.next()) {
          case CsvRow.Regular _ -> {}
          case CsvRow.Flawed flawed -> flawed.flaws().forEach(it -> told.add(Told.of(it.reason())));
          case CsvRow.Misfit misfit -> told.add(Told.of(misfit.reason()));
        }
      }
      if (!hasRows) {
        told.add(Told.of(Reason.of(Trouble.ONLY_A_HEADER)));
      }
    } catch (UnreadableFile refusal) {
      told.add(new Told(refusal.in(Locale.ENGLISH), refusal.in(Locale.GERMAN)));
    }
    assertEquals(1, told.stream().distinct().count(), told::toString);
    assertTrue(told.getFirst().english().contains(file.words()), told::toString);
    assertNotEquals(told.getFirst().english(), told.getFirst().german());
  }

  @Test
  void every_trouble_has_words_in_both_languages() throws IOException {
    Set<String> troubles =
        EnumSet.allOf(Trouble.class).stream().map(Trouble::name).collect(Collectors.toSet());
    for (String language : List.of("en", "de")) {
      Properties texts = new Properties();
      try (InputStream in =
          Trouble.class.getResourceAsStream("trouble_" + language + ".properties")) {
        texts.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
      }
      assertEquals(troubles, texts.stringPropertyNames(), language);
      texts.forEach((_, text) -> assertFalse(text.toString().isBlank()));
    }
  }
}
