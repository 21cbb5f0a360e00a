package dev.callbook.customfield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.customfield.CustomFieldColumns.Column;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What lists show of custom fields.
@QuarkusTest
class CustomFieldColumnsTest extends FeatureTest {
  @Inject CustomFieldColumns columns;

  private UUID contact(String division, String schema, String values) {
    String record =
        "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\", \"division\": {\"id\": \"%s\"}}"
            .formatted(directory.division(division).wireId());
    String id =
        directory
            .asAdmin()
            .post(CONTACTS, Samples.following(record, schema, values))
            .answers(200)
            .id();
    return UUID.fromString(id);
  }

  @Test
  void every_field_in_use_may_be_a_column_and_some_find_records() {
    directory.schemaOf(CONTACTS);
    List<Column> all = columns.all(directory.view("Home"), SchemaKind.CONTACT);
    assertEquals(11, all.size());
    assertEquals(new Column("field.shirt_text", "Shirt", false), all.getFirst());
    assertEquals(
        List.of("Card", "Likes"),
        all.stream().filter(Column::searchable).map(Column::title).toList());
    assertEquals(List.of(), columns.all(directory.view("Home"), SchemaKind.ORGANIZATION));
  }

  @Test
  void a_page_of_records_says_its_values_in_words_and_keeps_to_the_divisions() {
    String schema = directory.schemaOf(CONTACTS);
    UUID ana =
        contact("Billing", schema, "{\"tier_enum\": \"gold\", \"likes_tag\": [\"tea\", \"go\"]}");
    UUID eva = contact("Billing", schema, "{\"vip_checkbox\": true}");
    UUID other = contact("Legal", schema, "{\"tier_enum\": \"gold\"}");
    assertEquals(
        Map.of(ana, Map.of("field.tier_enum", "Gold", "field.likes_tag", "tea, go"), eva, Map.of()),
        columns.texts(
            directory.view("Billing"),
            SchemaKind.CONTACT,
            List.of(ana, eva, other),
            List.of("phones", "field.tier_enum", "field.likes_tag")));
  }
}
