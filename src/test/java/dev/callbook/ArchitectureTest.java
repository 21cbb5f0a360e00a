package dev.callbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.callbook.testing.bad.BadOnPurpose;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The code's structure follows its rules, and each rule would notice if it did not: every example
/// below `dev.callbook.testing.bad` names the rules that it breaks.
class ArchitectureTest {
  private static final String BAD = BadOnPurpose.class.getPackageName();
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.callbook");
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/testing/bad/"))
          .importPackages("dev.callbook");
  private static final JavaClasses EXAMPLES = new ClassFileImporter().importPackages(BAD);

  static List<String> rules() {
    return Arrays.stream(Architecture.class.getDeclaredMethods())
        .filter(method -> method.getReturnType() == ArchRule.class)
        .map(Method::getName)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /// Waiting for a database that is gone for a while is the product's right, not a test's.
  static Stream<String> rulesOfTheProduct() {
    return rules().stream().filter(rule -> !rule.equals("nobody_sleeps"));
  }

  @ParameterizedTest
  @MethodSource("rulesOfTheProduct")
  void the_product_follows_its_rules(String rule) {
    rule(rule, "dev.callbook").check(PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void each_rule_bites(String rule) {
    EvaluationResult found = rule(rule, BAD).evaluate(EXAMPLES);

    Set<String> expected =
        EXAMPLES.stream()
            .filter(type -> type.isAnnotatedWith(BadOnPurpose.class))
            .filter(type ->
                List.of(type.getAnnotationOfType(BadOnPurpose.class).breaks()).contains(rule))
            .map(type -> type.getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(!expected.isEmpty(), "no example breaks " + rule);
    String report = String.join("\n", found.getFailureReport().getDetails());
    assertEquals(
        expected,
        expected.stream().filter(report::contains).collect(Collectors.toCollection(TreeSet::new)),
        report);
  }

  @Test
  void tests_wait_for_what_they_expect_and_do_not_sleep() {
    new Architecture("dev.callbook").nobody_sleeps().check(TESTS);
  }

  private static ArchRule rule(String name, String root) {
    try {
      return (ArchRule) Architecture.class.getDeclaredMethod(name).invoke(new Architecture(root));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
