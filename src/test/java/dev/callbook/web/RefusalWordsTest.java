package dev.callbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.wire.Problem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is refused on a page is said in the page's language.
@QuarkusTest
class RefusalWordsTest {
  static Stream<Problem> problems() {
    return Arrays.stream(Problem.class.getPermittedSubclasses())
        .filter(kind -> kind != Problem.Said.class)
        .map(RefusalWordsTest::sample);
  }

  /// Each number it holds is one that no sentence has by itself.
  private static Problem sample(Class<?> kind) {
    try {
      var constructor = kind.getDeclaredConstructors()[0];
      Object[] values = new Object[constructor.getParameterCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = 7_301 + i;
      }
      return (Problem) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(kind.getName(), e);
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void every_problem_has_a_sentence_of_its_own_in_every_language(Problem problem) {
    for (Locale language : PageLanguage.SPOKEN) {
      String sentence = RefusalWords.sentence(problem, in(language), language);
      assertTrue(sentence.endsWith("."), sentence);
      assertFalse(sentence.contains("{"), sentence);
      RecordComponent[] parts = problem.getClass().getRecordComponents();
      for (int i = 0; i < parts.length; i++) {
        assertTrue(sentence.contains(String.valueOf(7_301 + i)), sentence);
      }
    }
    assertNotEquals(
        RefusalWords.sentence(problem, in(Locale.ENGLISH), Locale.ENGLISH),
        RefusalWords.sentence(problem, in(Locale.GERMAN), Locale.GERMAN));
  }

  @ParameterizedTest
  @EnumSource
  void every_page_that_says_why_there_is_none_speaks_every_language(Failure failure) {
    String english = WebTemplates.error(failure, java.util.List.of(), "7").render();
    String german =
        WebTemplates.error(failure, java.util.List.of(), "7").setLocale(Locale.GERMAN).render();
    assertNotEquals(heading(english), heading(german));
    assertEquals("de", german.replaceFirst("(?s).*<html lang=\"(..)\".*", "$1"));
  }

  private static String heading(String html) {
    return html.replaceFirst("(?s).*<h1>(.*)</h1>.*", "$1");
  }

  private static RefusalMessages in(Locale language) {
    return language.equals(Locale.ENGLISH)
        ? MessageBundles.get(RefusalMessages.class)
        : MessageBundles.get(RefusalMessages.class, Localized.Literal.of(language.toLanguageTag()));
  }
}
