package dev.callbook.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.directory.HarmlessText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "=1+1, '=1+1",
        "@sum, '@sum",
        "-2+3, '-2+3",
        "\"+cmd|' /C calc'!A0\", \"'+cmd|' /C calc'!A0\"",
        "\"\t=1\", \"'\t=1\"",
        "\"\r=1\", \"'\r=1\"",
        "'already, ''already",
        "+34 911 23 45 67, +34 911 23 45 67",
        "+34911234567, +34911234567",
        "+34-911, '+34-911",
        "Ana = Ruiz, Ana = Ruiz"
      })
  void what_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe(
      String text, String inTheFile) {
    assertEquals(inTheFile, HarmlessText.of(text));
    assertEquals(text, HarmlessText.original(inTheFile));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'", "''", "=1", "'=1", "+1", "+1-1", "-1", "Ana"})
  void taking_one_apostrophe_off_gives_the_text_again(String text) {
    String inTheFile = HarmlessText.of(text);
    assertEquals(text, inTheFile.startsWith("'") ? inTheFile.substring(1) : inTheFile);
  }
}
