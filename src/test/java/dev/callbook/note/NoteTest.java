package dev.callbook.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The note operations of contacts and organizations.
@QuarkusTest
@Tag("oldest-postgres")
class NoteTest extends FeatureTest {
  enum About {
    CONTACT,
    ORGANIZATION
  }

  private String notesOf(About about) {
    return switch (about) {
          case CONTACT -> CONTACTS + "/" + directory.contact("Ana Ruiz").in("Billing").add();
          case ORGANIZATION ->
              ORGANIZATIONS + "/" + directory.organization("Ruiz").in("Billing").add();
        }
        + "/notes";
  }

  private String add(String notes, String text) {
    return directory.asAdmin().post(notes, "{\"noteText\": \"" + text + "\"}").answers(200).id();
  }

  @ParameterizedTest
  @EnumSource
  void a_note_is_kept_with_its_author(About about) {
    String notes = notesOf(about);
    String file = "note-on-" + about.name().toLowerCase(java.util.Locale.ROOT);

    var added =
        directory
            .asAdmin()
            .post(notes, "{\"noteText\": \" Calls early. \", \"createdBy\": {\"id\": \"x\"}}");

    added.answers(200, file + ".response.json");
    directory
        .asAdmin()
        .get(notes + "/" + added.id() + "?expand=author,externalDataSources,division")
        .answers(200, file + "-expanded.response.json");
    assertEquals(1, directory.writesOf(added.id()));
  }

  @ParameterizedTest
  @EnumSource
  void notes_are_listed_newest_first_or_oldest_first(About about) {
    String notes = notesOf(about);
    String first = add(notes, "first");
    String second = add(notes, "second");

    assertEquals(
        List.of(second, first),
        directory.asAdmin().get(notes).answers(200).each("/entities", "/id"));
    assertEquals(
        List.of(first, second),
        directory
            .asAdmin()
            .get(notes + "?sortOrder=createDate:asc&pageSize=100&expand=author,mergeset")
            .answers(200)
            .each("/entities", "/id"));
    directory
        .asAdmin()
        .get(notes + "?pageSize=1&pageNumber=2")
        .answers(200)
        .holds("/total", "2")
        .holds("/previousUri", "\"" + notes + "?pageSize=1&pageNumber=1\"")
        .lacks("/nextUri");
    directory.asAdmin().get(notes + "?pageSize=101").refuses(400, "invalid.value");
  }

  @ParameterizedTest
  @EnumSource
  void a_note_can_be_replaced_patched_and_removed(About about) {
    String notes = notesOf(about);
    String id = add(notes, "first");
    String path = notes + "/" + id;

    directory
        .asAdmin()
        .put(path, "{\"noteText\": \"second\"}")
        .answers(200)
        .holds("/noteText", "\"second\"");
    directory
        .asAdmin()
        .patch(
            path,
            "{\"changes\": [{\"field\": \"$.noteText\", \"action\": \"Update\", \"value\": \"third\"}]}")
        .answers(200)
        .holds("/noteText", "\"third\"");
    directory.asAdmin().delete(path).answers(200).holds("", "{}");
    directory.asAdmin().get(path).refuses(404, "not.found");
    directory.asAdmin().delete(path).refuses(404, "not.found");
    assertEquals(4, directory.writesOf(id));
  }

  @ParameterizedTest
  @EnumSource
  void a_note_needs_a_text(About about) {
    String notes = notesOf(about);
    String id = add(notes, "first");

    for (String body : List.of("{}", "{\"noteText\": \" \"}", "{\"noteText\": null}")) {
      directory
          .asAdmin()
          .post(notes, body)
          .refuses(400, "invalid.value", "noteText", "invalid.value");
      directory
          .asAdmin()
          .put(notes + "/" + id, body)
          .refuses(400, "invalid.value", "noteText", "invalid.value");
    }
    directory.asAdmin().post(notes, "").refuses(400, "invalid.value", "body", "required");
  }

  @ParameterizedTest
  @EnumSource
  void a_note_is_found_under_its_own_record_only(About about) {
    String id = add(notesOf(about), "first");

    directory.asAdmin().get(notesOf(about) + "/" + id).refuses(404, "not.found");
    directory
        .asAdmin()
        .put(notesOf(about) + "/" + id, "{\"noteText\": \"x\"}")
        .refuses(404, "not.found");
    directory.asAdmin().delete(notesOf(about) + "/" + id).refuses(404, "not.found");
    assertEquals(1, directory.writesOf(id));
  }
}
