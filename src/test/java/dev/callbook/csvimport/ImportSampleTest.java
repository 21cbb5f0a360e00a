package dev.callbook.csvimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.ImportRuns;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a dry run shows of the contacts themselves, and whether the run kept to it.
@QuarkusTest
class ImportSampleTest extends FeatureTest {
  private static final String NAMES = "&mapping=EXTERNAL_ID,FIRST_NAME,LAST_NAME";
  private static final String FILE =
      """
      Id,First,Last,Title,Company,Mail
      1,Ana,Ruiz,Seller,Acme,ana@example.org
      2,Luis,Gil,Clerk,,luis@example.org
      3,Eva,Paz,Pilot,,
      1,Ana,Ruiz,Head,,
      """;
  private static final String MAPPED =
      NAMES + ",TITLE,ORGANIZATION_NAME:FILL,WORK_EMAIL&matchOn=email";

  private ImportRuns imports() {
    return new ImportRuns(directory);
  }

  @BeforeEach
  void twoAreStored() {
    imports().done("Id,First,Last,Title\n1,Ana,Ruiz,Buyer\n3,Eva,Paz,Pilot\n", NAMES + ",TITLE");
  }

  @Test
  void the_first_changes_and_additions_are_shown_field_by_field() {
    Answer checked = imports().dryRun(FILE, MAPPED);
    Api admin = api.at(directory.person("Admin", "*"));

    admin.get("/imports/" + checked.id()).shows(200).saying("/imports/" + checked.id() + "/sample");
    Answer sample = admin.get("/imports/" + checked.id() + "/sample").shows(200);

    sample
        .saying("Ana Ruiz</a>")
        .saying("line 2, 5")
        .saying("<del>Buyer</del> <ins>Head</ins>")
        .saying("<ins>Acme</ins>")
        .saying("<ins>ana@example.org</ins>")
        .saying("Luis Gil")
        .saying("<ins>Clerk</ins>");
    assertFalse(sample.body().contains("Eva"), sample::body);
    imports().run(checked);
    Answer over = admin.get("/imports/" + checked.id() + "/sample").shows(200);
    assertFalse(over.body().contains("Ana"), over::body);
  }

  @Test
  void the_run_keeps_to_it_or_says_what_changed_in_between() {
    Answer first = imports().dryRun(FILE, MAPPED);
    Answer second = imports().dryRun(FILE, MAPPED);
    Api admin = api.at(directory.person("Admin", "*"));

    imports().run(first).holds("/applied/added", "1").holds("/applied/changed", "2");

    admin
        .get("/imports/" + first.id())
        .shows(200)
        .saying("The run did exactly what the dry run foresaw.");
    imports().run(second).holds("/applied/kept", "2").holds("/applied/changed", "2");
    admin
        .get("/imports/" + second.id())
        .shows(200)
        .saying("1 rows that were to add a contact found one")
        .saying("foreseen: 1");
  }

  @Test
  void a_row_that_its_contact_does_not_take_counts_once_and_is_reported() {
    String mapping = NAMES + ",customFields.card_identifier";
    String first = directory.schemaOf(CONTACTS);
    Answer early = imports().dryRun("Id,First,Last,Card\n1,Ana,Ruiz,KX-7040\n", mapping);
    assertEquals(204, directory.asAdmin().delete(CONTACTS + "/schemas/" + first).status());
    directory.schemaOf(CONTACTS);
    imports().done("Id,First,Last,Card\n1,Ana,Ruiz,KX-1\n", mapping);

    Answer late = imports().run(early);

    late.holds("/plan/toChange", "1")
        .holds("/applied", "{\"added\": 0, \"changed\": 0, \"kept\": 0, \"rejected\": 1}");
    assertTrue(imports().report(late).contains("another schema"), late::body);
    api.at(directory.person("Admin", "*"))
        .get("/imports/" + late.id())
        .shows(200)
        .saying("1 rows are rejected that the dry run took");
  }
}
