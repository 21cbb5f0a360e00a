package dev.callbook.sdk;

import static dev.callbook.sdk.Sdk.equal;
import static dev.callbook.sdk.Sdk.holds;
import static dev.callbook.sdk.Sdk.refused;

import com.mypurecloud.sdk.v2.model.Note;
import java.util.List;

final class NoteScenarios {
  private NoteScenarios() {}

  @Scenario
  static void a_note_on_a_contact_is_added_corrected_listed_and_removed(Sdk sdk) throws Exception {
    String contact = sdk.contact().getId();
    Note note = sdk.api().postExternalcontactsContactNotes(contact, saying("Prefers the morning"));
    equal(contact, note.getEntityId());
    equal(Note.EntityTypeEnum.CONTACT, note.getEntityType());

    sdk.api().putExternalcontactsContactNote(contact, note.getId(), saying("Prefers the evening"));
    equal(
        "Prefers the evening",
        sdk.api()
            .getExternalcontactsContactNote(contact, note.getId(), List.of("author"))
            .getNoteText());
    equal(
        1,
        sdk.api()
            .getExternalcontactsContactNotes(contact, 20, 1, "createDate:desc", List.of("author"))
            .getEntities()
            .size());

    sdk.api().deleteExternalcontactsContactNote(contact, note.getId());
    refused(404, () -> sdk.api().getExternalcontactsContactNote(contact, note.getId(), List.of()));
  }

  @Scenario
  static void a_note_on_an_organization_is_added_corrected_listed_and_removed(Sdk sdk)
      throws Exception {
    String organization = sdk.organization().getId();
    Note note =
        sdk.api().postExternalcontactsOrganizationNotes(organization, saying("Closed in August"));
    equal(Note.EntityTypeEnum.ORGANIZATION, note.getEntityType());

    sdk.api()
        .putExternalcontactsOrganizationNote(organization, note.getId(), saying("Closed in July"));
    equal(
        "Closed in July",
        sdk.api()
            .getExternalcontactsOrganizationNote(organization, note.getId(), List.of())
            .getNoteText());
    holds(
        sdk.api()
                .getExternalcontactsOrganizationNotes(organization, 20, 1, null, List.of())
                .getTotal()
            == 1,
        "not listed");

    sdk.api().deleteExternalcontactsOrganizationNote(organization, note.getId());
    refused(
        404,
        () -> sdk.api().getExternalcontactsOrganizationNote(organization, note.getId(), List.of()));
  }

  static Note saying(String text) {
    Note note = new Note();
    note.setNoteText(text);
    return note;
  }
}
