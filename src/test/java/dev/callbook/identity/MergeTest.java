package dev.callbook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// `postExternalcontactsContactsMerge`: what becomes of the fields, and what is refused.
@QuarkusTest
@Tag("oldest-postgres")
class MergeTest extends FeatureTest {
  static final String MERGE = CONTACTS + "/merge";

  static String of(List<String> ids, String override) {
    String list = ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
    return "{\"contactIds\": [" + list + "]" + override + "}";
  }

  private Answer merge(String... ids) {
    return directory.asAdmin().post(MERGE, of(List.of(ids), ""));
  }

  private Answer mergeOver(String override, String... ids) {
    return directory.asAdmin().post(MERGE, of(List.of(ids), ", \"valueOverride\": " + override));
  }

  private Answer read(String id) {
    return directory.asAdmin().get(CONTACTS + "/{}", id).answers(200);
  }

  @Test
  void the_result_is_a_new_contact_with_what_the_others_hold_together() {
    String whole = directory.asAdmin().post(CONTACTS, Samples.CONTACT).answers(200).id();
    String later =
        directory.contact("Inés Etxebarria").with("title", "\"Head of purchasing\"").add();

    Answer merged = merge(whole, later).answers(200, "merged.response.json");

    assertTrue(!List.of(whole, later).contains(merged.id()));
    assertEquals(1, directory.writesOf(merged.id()));
    assertEquals(2, directory.writesOf(whole));
    assertEquals(2, directory.writesOf(later));
  }

  @Test
  void each_field_is_the_one_of_whoever_was_changed_last_and_has_it() {
    String first = directory.contact("Ana Ruiz").with("title", "\"Buyer\"").add();
    String second = directory.contact("Anna Ruis").with("middleName", "\"María\"").add();
    directory
        .asAdmin()
        .put(
            CONTACTS + "/" + first, directory.contact("Ana Ruiz").with("title", "\"Chief\"").json())
        .answers(200);

    merge(first, second)
        .answers(200)
        .holds("/firstName", "\"Ana\"")
        .holds("/lastName", "\"Ruiz\"")
        .holds("/middleName", "\"María\"")
        .holds("/title", "\"Chief\"")
        .holds("/type", "\"Curated\"")
        .holds("/version", "1");
  }

  @Test
  void numbers_and_addresses_that_want_the_same_slot_move_to_a_free_one() {
    String older =
        directory.contact("Ana Ruiz").workPhone("+34911234567").workEmail("ana@old.example").add();
    String newer =
        directory.contact("Ana Ruiz").workPhone("+34911234568").workEmail("ana@new.example").add();

    merge(older, newer)
        .answers(200)
        .holds("/workPhone/e164", "\"+34911234568\"")
        .holds("/otherPhone/e164", "\"+34911234567\"")
        .holds("/workEmail", "\"ana@new.example\"")
        .holds("/otherEmail", "\"ana@old.example\"");
  }

  @Test
  void the_same_number_or_address_is_kept_once_however_it_is_spelled() {
    String older =
        directory
            .contact("Ana Ruiz")
            .workPhone("+34 911 23 45 67")
            .workEmail("ana@x.example")
            .add();
    String newer =
        directory.contact("Ana Ruiz").cellPhone("0034911234567").workEmail("ANA@x.example").add();

    Answer merged = merge(older, newer).answers(200);

    assertEquals(List.of("cell"), merged.each("/phoneNumbers", "/label"));
    assertEquals(List.of("ANA@x.example"), merged.each("/emailAddresses", "/address"));
  }

  @Test
  void a_merge_allows_nothing_that_one_of_them_refuses() {
    String refuses =
        directory
            .contact("Ana Ruiz")
            .with("workPhone", "{\"display\": \"+34611234567\", \"acceptsSMS\": false}")
            .with("surveyOptOut", "true")
            .add();
    String allows =
        directory
            .contact("Ana Ruiz")
            .with("cellPhone", "{\"display\": \"+34611234567\", \"acceptsSMS\": true}")
            .with("homePhone", "{\"display\": \"+34611234568\", \"acceptsSMS\": true}")
            .add();

    merge(refuses, allows)
        .answers(200)
        .holds("/cellPhone/acceptsSMS", "false")
        .holds("/homePhone/acceptsSMS", "true")
        .holds("/surveyOptOut", "true");
  }

  @Test
  void what_the_caller_says_wins_and_empty_lists_say_nothing() {
    String one =
        directory.contact("Ana Ruiz").workPhone("+34911234567").cellPhone("+34611234567").add();
    String two =
        directory
            .contact("Anna Ruiz")
            .with("appleOpaqueIds", "[{\"value\": \"a-1\"}]")
            .with("title", "\"Buyer\"")
            .add();

    mergeOver(
            """
            {"firstName": "Ana", "title": null, "workPhone": {"display": "+34911234599"},
             "appleOpaqueIds": [], "mergeSet": [], "externalDataSources": [], "address": {}}
            """,
            one,
            two)
        .answers(200)
        .holds("/firstName", "\"Ana\"")
        .holds("/title", "\"Buyer\"")
        .holds("/workPhone/e164", "\"+34911234599\"")
        .holds("/cellPhone/e164", "\"+34611234567\"")
        .holds("/appleOpaqueIds", "[{\"value\": \"a-1\"}]")
        .lacks("/address");
  }

  @Test
  void custom_fields_are_merged_key_by_key_where_they_follow_one_schema() {
    String schema = schema("Habits", "a_text", "b_text");
    String older =
        directory
            .contact("Ana Ruiz")
            .with("schema", "{\"id\": \"%s\", \"version\": 1}".formatted(schema))
            .with("customFields", "{\"a_text\": \"old\", \"b_text\": \"kept\"}")
            .add();
    String strange =
        directory
            .contact("Ana Ruiz")
            .with("schema", "{\"id\": \"%s\"}".formatted(schema("Others", "c_text")))
            .with("customFields", "{\"c_text\": \"of another schema\"}")
            .add();
    String newer =
        directory
            .contact("Ana Ruiz")
            .with("schema", "{\"id\": \"%s\", \"version\": 1}".formatted(schema))
            .with("customFields", "{\"a_text\": \"new\"}")
            .add();

    merge(older, strange, newer)
        .answers(200)
        .holds("/schema/id", "\"" + schema + "\"")
        .holds("/customFields", "{\"a_text\": \"new\", \"b_text\": \"kept\"}");
  }

  @Test
  void custom_fields_that_win_are_checked_as_everywhere() {
    String schema = schema("Habits", "a_text");
    String ana =
        directory
            .contact("Ana Ruiz")
            .with("schema", "{\"id\": \"%s\", \"version\": 1}".formatted(schema))
            .with("customFields", "{\"a_text\": \"old\"}")
            .add();
    String anna = directory.contact("Anna Ruiz").add();
    String over = "{\"schema\": {\"id\": \"%s\"}, \"customFields\": %s}";

    mergeOver(over.formatted(schema, "{\"a_text\": 7}"), ana, anna)
        .refuses(400, "invalid.value", "valueOverride.customFields.a_text", "wrong.type");
    mergeOver(over.formatted(schema, "{\"b_text\": \"new\"}"), ana, anna)
        .refuses(400, "invalid.value", "valueOverride.customFields.b_text", "unknown");
    assertEquals(ana, read(ana).id());
    mergeOver(over.formatted(schema, "{\"a_text\": \"new\"}"), ana, anna)
        .answers(200)
        .holds("/customFields", "{\"a_text\": \"new\"}");
  }

  /// A schema of short texts. @return its id
  private String schema(String name, String... keys) {
    String fields =
        Stream.of(keys)
            .map(key ->
                "\"%s\": {\"allOf\": [{\"$ref\": \"#/definitions/text\"}], \"title\": \"%s\"}"
                    .formatted(key, key))
            .collect(Collectors.joining(","));
    return directory
        .asAdmin()
        .post(
            CONTACTS + "/schemas",
            """
            {"name": "%s", "enabled": true, "appliesTo": ["CONTACT"], "jsonSchema": {
              "$schema": "http://json-schema.org/draft-04/schema#", "type": "object", "properties": {%s}}}
            """
                .formatted(name, fields))
        .answers(200)
        .id();
  }

  @Test
  void what_was_merged_can_be_read_and_sent_back() {
    String whole = directory.asAdmin().post(CONTACTS, Samples.CONTACT).answers(200).id();
    String other = directory.contact("Inés Etxebarria").workPhone("+34 944 23 45 99").add();
    String id = merge(whole, other).answers(200).id();
    Answer before = read(id);

    directory.asAdmin().put(CONTACTS + "/" + id, before.body()).answers(200);

    assertEquals(before.body(), read(id).body());
    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void requests_that_make_no_sense_are_refused_by_name() {
    String ana = directory.contact("Ana Ruiz").add();
    String luis = directory.contact("Luis Gil").add();

    merge(ana).refuses(400, "invalid.value", "contactIds", "required");
    merge(ana, luis, ana).refuses(400, "invalid.value", "contactIds", "invalid.value");
    merge(ana, "nobody").refuses(400, "invalid.value", "contactIds[1]", "invalid.value");
    directory.asAdmin().post(MERGE, "").refuses(400, "invalid.value", "contactIds", "required");
    directory
        .asAdmin()
        .post(MERGE, "{\"contactIds\": [\"" + ana + "\", null]}")
        .refuses(400, "invalid.value", "contactIds[1]", "invalid.value");
    merge(Stream.generate(() -> UUID.randomUUID().toString()).limit(26).toArray(String[]::new))
        .refuses(413, "too.many", "contactIds", "too.many");
    merge(ana, UUID.randomUUID().toString()).refuses(404, "not.found");
    mergeOver("{\"workEmail\": \"no address\"}", ana, luis)
        .refuses(400, "invalid.value", "valueOverride.workEmail", "invalid.value");
    mergeOver("{\"externalOrganization\": {\"id\": \"" + UUID.randomUUID() + "\"}}", ana, luis)
        .refuses(400, "invalid.value", "externalOrganization.id", "unknown");
    assertEquals(1, directory.writesOf(ana));
    assertEquals(1, directory.writesOf(luis));
  }

  @Test
  void a_contact_that_was_merged_is_not_merged_again_but_its_canonical_contact_is() {
    String ana = directory.contact("Ana Ruiz").add();
    String anna = directory.contact("Anna Ruiz").add();
    String luis = directory.contact("Luis Gil").add();
    String canonical = merge(ana, anna).answers(200).id();

    merge(ana, luis)
        .refuses(409, "general.conflict", "id", "merged")
        .holds("/entityId", "\"" + canonical + "\"");

    String head = merge(canonical, luis).answers(200).id();
    Answer tree = read(ana).holds("/id", "\"" + head + "\"");
    assertEquals(5, tree.at("/mergeSet").size());
    assertEquals(Stream.of(canonical, luis).sorted().toList(), tree.each("/mergedFrom", "/id"));
  }

  @Test
  void a_merge_set_has_fifty_two_members_at_most() {
    String left = merge(many(25)).answers(200).id();
    String right = merge(many(24)).answers(200).id();
    String one = directory.contact("Ana Ruiz").add();

    // 26, 25 and the new one are 52; one more is too many.
    merge(left, right, one).refuses(409, "general.conflict", "contactIds", "conflict");
    assertEquals(52, merge(left, right).answers(200).at("/mergeSet").size());
  }

  private String[] many(int count) {
    String all =
        IntStream.range(0, count)
            .mapToObj(i -> "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\"}")
            .collect(Collectors.joining(","));
    return directory
        .asAdmin()
        .post(BULK + "/contacts/add", "{\"entities\": [" + all + "]}")
        .answers(200)
        .each("/results", "/id")
        .toArray(String[]::new);
  }

  @Test
  void more_than_a_contact_can_hold_is_refused() {
    String[] ids =
        IntStream.range(0, 2)
            .mapToObj(half ->
                directory
                    .contact("Ana Ruiz")
                    .with(
                        "appleOpaqueIds",
                        IntStream.range(0, 6)
                            .mapToObj(i -> "{\"value\": \"a-" + half + i + "\"}")
                            .toList()
                            .toString())
                    .add())
            .toArray(String[]::new);

    merge(ids).refuses(400, "invalid.value", "appleOpaqueIds", "too.many");
  }

  @Test
  void a_merge_stays_within_one_division_and_within_the_callers() {
    String billing = directory.contact("Ana Ruiz").in("Billing").add();
    String legal = directory.contact("Anna Ruiz").in("Legal").add();
    String hidden = directory.contact("Ana R").in("Legal").add();

    merge(billing, legal).refuses(409, "general.conflict", "contactIds", "conflict");
    api.as(directory.everythingIn("Billing"))
        .post(MERGE, of(List.of(legal, hidden), ""))
        .refuses(404, "not.found");
    api.as(newDirectory("Theirs").admin())
        .post(MERGE, of(List.of(legal, hidden), ""))
        .refuses(404, "not.found");
    assertEquals(1, directory.writesOf(billing) * directory.writesOf(legal));
    assertEquals(legal, read(legal).id());
  }

  /// `postExternalcontactsMergeContacts`
  @Test
  void the_old_operation_refuses_two_curated_contacts() {
    String ana = directory.contact("Ana Ruiz").add();
    String anna = directory.contact("Anna Ruiz").add();
    String two = "{\"sourceContactId\": \"%s\", \"targetContactId\": \"%s\"}";
    String path = "/api/v2/externalcontacts/merge/contacts";

    directory
        .asAdmin()
        .post(path, two.formatted(ana, anna))
        .refuses(409, "general.conflict", "targetContactId", "conflict");
    directory
        .asAdmin()
        .post(path, two.formatted(ana, ana))
        .refuses(400, "invalid.value", "targetContactId", "invalid.value");
    directory
        .asAdmin()
        .post(path, "{\"sourceContactId\": \"" + ana + "\"}")
        .refuses(400, "invalid.value", "targetContactId", "required");
    assertEquals(1, directory.writesOf(ana));
  }
}
