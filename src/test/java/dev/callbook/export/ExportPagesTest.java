package dev.callbook.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Exports on their pages: from a list or of everything, in the format that somebody wants.
@QuarkusTest
class ExportPagesTest extends FeatureTest {
  private Seat admin;

  @BeforeEach
  void begin() {
    admin = directory.person("Admin", "*");
  }

  /// The address of an export as soon as nothing moves on its page.
  private String finished(Seat who, String form) {
    String page =
        api.at(who)
            .post("/exports", form)
            .answers(303)
            .header("Location")
            .replaceFirst("^https?://[^/]*", "");
    long limit = System.nanoTime() + 30_000_000_000L;
    while (api.at(who).get(page + "/progress").answers(200).header("HX-Refresh").isEmpty()) {
      assertTrue(System.nanoTime() < limit, () -> api.at(who).get(page).body());
      Thread.onSpinWait();
    }
    return page;
  }

  private List<String> lines(Seat who, String page) {
    return api.at(who).get(page + "/file").answers(200).body().lines().toList();
  }

  @Test
  void those_who_were_picked_are_in_the_file_with_the_columns_that_were_chosen() {
    String ana = directory.contact("Ana Ruiz").workEmail("ana@ruiz.example").add();
    directory.contact("Eva Paz").add();
    Answer form =
        api.at(admin).post("/exports/new", "kind=contacts&id=" + ana + "&sms=no").answers(200);
    assertTrue(form.body().contains("The record you selected"), form.body());
    assertTrue(form.body().contains("value=\"" + ana), form.body());

    String page =
        finished(admin, "kind=contacts&format=csv&id=" + ana + "&column=lastName&column=workEmail");
    assertEquals(List.of("lastName,workEmail", "Ruiz,ana@ruiz.example"), lines(admin, page));
    assertTrue(api.at(admin).get(page).answers(200).body().contains("The record you selected"));
  }

  @Test
  void the_filters_of_the_list_limit_the_export_a_record_a_line() {
    String on = "{\"display\": \"+34 911 23 45 61\", \"acceptsSMS\": true}";
    directory.contact("Ana Ruiz").with("workPhone", on).add();
    directory.contact("Eva Paz").add();
    assertTrue(
        api.at(admin)
            .get("/exports/new?kind=contacts&sms=yes")
            .answers(200)
            .body()
            .contains("/contacts?sms=yes"));
    String page =
        finished(
            admin,
            "kind=contacts&format=jsonl&all=yes&sms=yes&column=lastName&column=workPhone.e164");
    List<String> lines = lines(admin, page);
    assertEquals(1, lines.size());
    assertTrue(lines.getFirst().contains("\"acceptsSMS\":true"), lines.getFirst());
    assertTrue(!lines.getFirst().contains("\"id\""), lines.getFirst());
  }

  @Test
  void organizations_are_exported_whole_as_a_workbook_for_whoever_may_still_see_them() {
    directory.organization("Norrviken Bygg AB").in("Billing").add();
    Seat owner = directory.person("Admin", "Billing");
    String page = finished(owner, "kind=organizations&format=xlsx&column=name");
    Answer file = api.at(owner).get(page + "/file").answers(200);
    assertTrue(file.header("Content-Type").contains("spreadsheetml"), file.header("Content-Type"));
    assertTrue(file.header("Content-Disposition").endsWith(".xlsx\""));
    assertTrue(file.body().startsWith("PK"));
    api.at(directory.person("Admin", "Legal")).get(page).shows(404);
    api.at(directory.person("Agent", "Billing")).get(page + "/file").shows(403);
  }

  @Test
  void an_order_that_makes_no_sense_is_explained_on_the_form() {
    for (String form :
        List.of(
            "kind=contacts&format=pdf&column=lastName",
            "kind=contacts&format=csv",
            "kind=contacts&format=csv&column=lastName&among=nowhere")) {
      assertTrue(
          api.at(admin).post("/exports", form).shows(400).body().contains("role=\"alert\""), form);
    }
    api.at(admin).get("/exports/new?kind=secrets").shows(400);
    assertTrue(api.at(admin).get("/exports").answers(200).body().contains("No export yet"));
  }
}
