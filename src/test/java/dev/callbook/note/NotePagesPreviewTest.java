package dev.callbook.note;

import com.microsoft.playwright.Page;
import dev.callbook.contact.ContactHeader;
import dev.callbook.testing.Browser;
import dev.callbook.testing.Look;
import dev.callbook.testing.Shells;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import dev.callbook.web.Tab;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Looks at the pages of notes; the pictures are in `target/screenshots`.
@QuarkusTest
class NotePagesPreviewTest {
  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void notes_are_accessible(Look look) {
    var notes =
        List.of(
            note(
                "1",
                "Prefers the mobile before 14:00.\nIn surgery on Tuesdays, then ask for Belinda."),
            note("2", "Disputes the October call-out fee, credit note promised by 20 Nov."));
    var view =
        new NotesView(
            "/contacts/1/notes", notes, new Pager("", null, null), true, "", FormErrors.none());
    var header =
        new ContactHeader(
            "1",
            1,
            "Priya Raghunathan",
            "",
            null,
            "Key accounts",
            "",
            0,
            0,
            false,
            null,
            Stream.of("Profile", "Notes")
                .map(name -> new Tab(name, "/contacts/1", name.equals("Notes"), null))
                .toList(),
            true,
            false,
            true);
    try (Browser browser = Browser.open(look, Locale.UK)) {
      String html = NoteTemplates.ofContact(Shells.agent(Place.CONTACTS), header, view).render();
      Page page = browser.show("/contacts/1/notes", html);
      browser.screenshot(page, "notes");
      browser.assertAccessible(page);
    }
  }

  private static NotesView.Note note(String id, String text) {
    return new NotesView.Note(
        id, text, "Amara Okafor", Instant.parse("2026-11-10T15:31:00Z"), true);
  }
}
