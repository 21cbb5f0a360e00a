package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Limits;
import dev.callbook.testing.Limits.Limit;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The longest texts and lists that the public API's models allow.
@QuarkusTest
class LengthLimitsTest extends FeatureTest {
  private static final String ANA = "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\"}";
  private static final String RUIZ = "{\"name\": \"Ruiz y Hermanos\"}";

  @Test
  void there_are_limits_to_check() {
    List<String> fields = Limits.of("ExternalContact").stream().map(Limit::field).toList();

    assertTrue(
        fields.containsAll(
            List.of("firstName", "workEmail", "address.city", "lineId.ids[0].userId")),
        fields::toString);
  }

  @TestFactory
  Stream<DynamicTest> a_contact_holds_texts_up_to_their_limit() {
    return Limits.of("ExternalContact").stream()
        .map(limit -> DynamicTest.dynamicTest(limit.toString(), () -> check(CONTACTS, ANA, limit)));
  }

  @TestFactory
  Stream<DynamicTest> an_organization_holds_texts_up_to_their_limit() {
    return Limits.of("ExternalOrganization").stream()
        .map(limit ->
            DynamicTest.dynamicTest(limit.toString(), () -> check(ORGANIZATIONS, RUIZ, limit)));
  }

  @TestFactory
  Stream<DynamicTest> a_note_holds_texts_up_to_their_limit() {
    String notes = CONTACTS + "/" + directory.contact("Ana Ruiz").add() + "/notes";
    return Limits.of("Note").stream()
        .map(limit ->
            DynamicTest.dynamicTest(
                limit.toString(),
                () -> {
                  directory.asAdmin().post(notes, limit.body("{}", limit.max())).answers(200);
                  directory
                      .asAdmin()
                      .post(notes, limit.body("{}", limit.max() + 1))
                      .refuses(400, "invalid.value", limit.field(), "invalid.value");
                }));
  }

  private void check(String path, String base, Limit limit) {
    directory.asAdmin().post(path, limit.body(base, limit.max())).answers(200);
    directory
        .asAdmin()
        .post(path, limit.body(base, limit.max() + 1))
        .refuses(400, "invalid.value", limit.field(), "too.long");
  }

  @ParameterizedTest
  @CsvSource({
    "appleOpaqueIds, 10, '{\"value\": \"a%d\"}'",
    "externalIds, 10, '{\"value\": \"a%d\", \"externalSource\": {\"id\": \"019ab0f6-7c00-7000-8000-000000000001\"}}'",
    "phoneNumbers, 100, '{\"label\": \"work\", \"display\": \"+3491123%04d\"}'",
    "emailAddresses, 100, '{\"label\": \"work\", \"address\": \"a%d@ruiz.example\"}'",
  })
  void lists_end_somewhere(String field, int max, String item) {
    directory
        .asAdmin()
        .post(CONTACTS, listOf(field, max + 1, item))
        .refuses(400, "invalid.value", field, "too.many");
  }

  @Test
  void a_social_account_is_one() {
    directory
        .asAdmin()
        .post(
            CONTACTS,
            ANA.replace(
                "}", ", \"lineId\": {\"ids\": [{\"userId\": \"a\"}, {\"userId\": \"b\"}]}}"))
        .refuses(400, "invalid.value", "lineId.ids", "too.many");
  }

  private static String listOf(String field, int size, String item) {
    return ANA.replace(
        "}",
        ", \"%s\": [%s]}"
            .formatted(
                field,
                IntStream.range(0, size)
                    .mapToObj(item::formatted)
                    .collect(Collectors.joining(","))));
  }
}
