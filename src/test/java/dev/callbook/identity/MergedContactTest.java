package dev.callbook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Contacts that were merged into another: who asks for them gets the canonical one, or the record
/// itself where that is what was asked for.
@QuarkusTest
class MergedContactTest extends FeatureTest {
  private static final String NUMBER = "+34911234567";

  @Inject Jdbi jdbi;

  private String ana;
  private String anna;
  private String canonical;

  @BeforeEach
  void merge() {
    ana =
        directory
            .contact("Ana Ruiz")
            .in("Billing")
            .workPhone(NUMBER)
            .workEmail("ana@ruiz.example")
            .with("twitterId", "{\"screenName\": \"anaruiz\"}")
            .add();
    anna = directory.contact("Anna Ruizena").in("Billing").cellPhone("+34611234567").add();
    canonical =
        directory
            .asAdmin()
            .post(MergeTest.MERGE, MergeTest.of(List.of(ana, anna), ""))
            .answers(200)
            .id();
  }

  private static String entities(String... ids) {
    return "{\"entities\": "
        + List.of(ids).stream().map(id -> "{\"id\": \"" + id + "\"}").toList()
        + "}";
  }

  @Test
  void their_ids_lead_to_the_canonical_contact() {
    Answer read = directory.asAdmin().get(CONTACTS + "/{}", canonical).answers(200);
    for (String id : List.of(ana, anna)) {
      assertEquals(read.body(), directory.asAdmin().get(CONTACTS + "/{}", id).answers(200).body());
    }
    assertEquals(
        List.of(canonical, canonical),
        directory
            .asAdmin()
            .post(BULK + "/contacts", entities(ana, canonical))
            .answers(200)
            .each("/results", "/entity/id"));
  }

  @Test
  void the_record_itself_can_still_be_read() {
    directory
        .asAdmin()
        .get(CONTACTS + "/{}/unresolved?expand=division,identifiers", ana)
        .answers(200, "unresolved.response.json");
    directory
        .asAdmin()
        .get(CONTACTS + "/{}/unresolved", canonical)
        .answers(200)
        .holds("/id", "\"" + canonical + "\"");
    directory
        .asAdmin()
        .get(CONTACTS + "/{}/unresolved?expand=externalSources", ana)
        .refuses(400, "invalid.value", "expand", "invalid.value");
    assertEquals(
        List.of(anna, canonical),
        directory
            .asAdmin()
            .post(BULK + "/contacts/unresolved", entities(anna, canonical))
            .answers(200)
            .each("/results", "/entity/id"));
  }

  @Test
  void lists_search_and_look_up_know_the_canonical_contact_alone() {
    assertEquals(
        List.of(canonical),
        directory.asAdmin().get(CONTACTS).answers(200).each("/entities", "/id"));
    assertEquals(
        List.of(canonical),
        directory.asAdmin().get(CONTACTS + "?q=Ruizena").answers(200).each("/entities", "/id"));
    for (String value : List.of(NUMBER, "+34611234567", "ana@ruiz.example", "anaruiz")) {
      assertEquals(
          List.of(canonical),
          directory.asAdmin().get(LOOKUP, value).answers(200).each("/contacts", "/id"));
    }
  }

  @Test
  void writes_to_them_are_refused_and_name_the_canonical_contact() {
    String patch =
        "{\"changes\": [{\"field\": \"$.title\", \"action\": \"Update\", \"value\": \"Buyer\"}]}";
    List<Answer> refusals =
        List.of(
            directory
                .asAdmin()
                .put(CONTACTS + "/" + ana, "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\"}"),
            directory.asAdmin().patch(CONTACTS + "/" + ana, patch),
            directory.asAdmin().delete(CONTACTS + "/{}", ana),
            directory.asAdmin().post(CONTACTS + "/" + ana + "/promotion", ""));

    for (Answer refusal : refusals) {
      refusal
          .refuses(409, "general.conflict", "id", "merged")
          .holds("/entityId", "\"" + canonical + "\"");
    }
    directory
        .asAdmin()
        .post(BULK + "/contacts/remove", entities(ana))
        .answers(200)
        .holds("/results/0/status", "409");
    assertEquals(2, directory.writesOf(ana));
  }

  @Test
  void outside_the_callers_divisions_they_are_not_found() {
    var stranger = directory.everythingIn("Legal");
    for (String path : List.of("", "/unresolved")) {
      api.as(stranger).get(CONTACTS + "/{}" + path, ana).refuses(404, "not.found");
    }
    api.as(stranger).delete(CONTACTS + "/{}", ana).refuses(404, "not.found");
    api.as(stranger)
        .post(BULK + "/contacts/unresolved", entities(ana))
        .answers(200)
        .holds("/errorCount", "1");
  }

  @Test
  void removing_the_canonical_contact_removes_everybody_merged_into_it() {
    directory
        .asAdmin()
        .post(CONTACTS + "/" + canonical + "/notes", "{\"noteText\": \"new\"}")
        .answers(200);

    directory.asAdmin().delete(CONTACTS + "/{}", canonical).answers(200);

    for (String id : List.of(ana, anna, canonical)) {
      directory.asAdmin().get(CONTACTS + "/{}", id).refuses(404, "not.found");
      directory.asAdmin().get(CONTACTS + "/{}/unresolved", id).refuses(404, "not.found");
      assertEquals(List.of(), tablesThatStillHold(id));
    }
    assertEquals(3, directory.writesOf(ana));
  }

  /// Every table but the log, by every column of ids.
  private List<String> tablesThatStillHold(String id) {
    return jdbi.withHandle(db ->
        db
            .createQuery(
                """
                select table_name || '.' || column_name
                  from information_schema.columns
                 where table_schema = 'public'
                   and data_type = 'uuid'
                   and table_name not in ('change')
                 order by 1
                """)
            .mapTo(String.class)
            .list()
            .stream()
            .filter(column -> {
              String[] parts = column.split("\\.", 2);
              return db.createQuery(
                          "select count(*) from "
                              + parts[0]
                              + " where "
                              + parts[1]
                              + " = cast(:id as uuid)")
                      .bind("id", id)
                      .mapTo(Integer.class)
                      .one()
                  > 0;
            })
            .toList());
  }
}
