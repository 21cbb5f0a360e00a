package dev.callbook.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  private static final UUID ORG = new UUID(1, 2);

  @ParameterizedTest
  @CsvSource({
    "gonzales,gonzalez",
    "gonzlez,gonzalez",
    "gonzaalez,gonzalez",
    "gnozalez,gonzalez",
    "mueller,muller",
    "smtih,smith",
    "mraia,maria",
    "garzia,garcia",
    "gonsal,gonzalez",
    "wisniewsky,wisniewski",
  })
  void near_words_share_a_neighbour_and_are_one_error_apart(String typed, String meant) {
    assertTrue(meet(typed, meant));
    assertEquals(1, Spelling.errors(typed, meant));
  }

  @Test
  void words_farther_apart_are_told_apart() {
    assertTrue(Spelling.errors("martin", "morales") > Spelling.forgiven("martin"));
    assertTrue(Spelling.errors("garcia", "gomez") > Spelling.forgiven("garcia"));
  }

  @Test
  void an_unfinished_word_is_compared_with_the_beginning() {
    assertEquals(0, Spelling.errors("gonz", "gonzalez"));
    assertEquals(1, Spelling.errors("gnozal", "gonzalez"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "911234567", "c3po", "王小明王", "a"})
  void short_words_numbers_and_scripts_of_whole_words_are_taken_as_typed(String word) {
    assertFalse(Spelling.isCorrectable(word));
    assertEquals(0, Spelling.neighbours(ORG, word).length);
  }

  @Test
  void organizations_of_ours_do_not_share_neighbours() {
    assertTrue(
        Arrays.stream(Spelling.neighbours(ORG, "garcia"))
            .noneMatch(one ->
                Arrays.stream(Spelling.neighbours(new UUID(3, 4), "garcia"))
                    .anyMatch(other -> other == one)));
  }

  private static boolean meet(String one, String other) {
    int[] others = Spelling.neighbours(ORG, other);
    return Arrays.stream(Spelling.neighbours(ORG, one))
        .anyMatch(hash -> Arrays.stream(others).anyMatch(o -> o == hash));
  }
}
