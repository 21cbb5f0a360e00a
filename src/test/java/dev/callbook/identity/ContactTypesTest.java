package dev.callbook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.Actor;
import dev.callbook.access.Origin;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactDraft;
import dev.callbook.contact.Contacts;
import dev.callbook.contact.Handles;
import dev.callbook.platform.Chore;
import dev.callbook.testing.FeatureTest;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Contacts that interactions leave behind: they are kept on purpose, or go some time after the
/// last interaction.
@QuarkusTest
class ContactTypesTest extends FeatureTest {
  private static final Duration LONG = Duration.ofDays(61);

  @Inject Contacts contacts;
  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject @All List<Chore> chores;

  /// Made as the arrival of a call or message makes one.
  private String left() {
    Scope scope = directory.view("Billing");
    Scope interaction =
        new Scope(
            scope.org(),
            new Actor.Itself(),
            Origin.ofInteraction(UUID.randomUUID()),
            scope.permission(),
            scope.divisions());
    ContactDetails nothing =
        new ContactDetails(
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            Handles.NONE,
            null,
            false,
            null,
            List.of(),
            null,
            null);
    Optional<String> billing = Optional.of(directory.division("Billing").wireId());
    return contacts.add(interaction, new ContactDraft(billing, nothing)).id().toString();
  }

  private void age(String contact, Duration age) {
    jdbi.useHandle(db ->
        db.createUpdate("update contact set created_at = :then where id = cast(:id as uuid)")
            .bind("then", clock.instant().minus(age))
            .bind("id", contact)
            .execute());
  }

  private void called(String contact, Instant at) {
    directory
        .asAdmin()
        .put(
            "/api/v2/externalcontacts/conversations/c-" + contact,
            """
            {"conversationId": "c-%s", "mediaType": "CALL", "externalContactId": "%s"}
            """
                .formatted(contact, contact))
        .answers(202);
    jdbi.useHandle(db ->
        db.createUpdate(
                "update interaction set started_at = :at where contact_id = cast(:id as uuid)")
            .bind("at", at)
            .bind("id", contact)
            .execute());
  }

  private void doChores() {
    chores.stream()
        .filter(chore -> chore.name().equals("contact.forget-passing"))
        .forEach(chore -> chore.work().run());
  }

  private int status(String contact) {
    return directory.asAdmin().get(CONTACTS + "/{}", contact).status();
  }

  @Test
  void a_promoted_contact_is_curated_once_and_for_all() {
    String id = left();
    directory.asAdmin().get(CONTACTS + "/{}", id).answers(200).holds("/type", "\"Ephemeral\"");

    for (int i = 0; i < 2; i++) {
      directory
          .asAdmin()
          .post(CONTACTS + "/" + id + "/promotion", "")
          .answers(200)
          .holds("/type", "\"Curated\"")
          .holds("/version", "2");
    }
    assertEquals(2, directory.writesOf(id));
  }

  @Test
  void outside_the_callers_divisions_nobody_is_promoted() {
    String id = left();
    api.as(directory.everythingIn("Legal"))
        .post(CONTACTS + "/" + id + "/promotion", "")
        .refuses(404, "not.found");
    assertEquals(1, directory.writesOf(id));
  }

  @Test
  void those_without_an_interaction_for_sixty_days_go() {
    String old = left();
    String young = left();
    String renewed = left();
    String forgotten = left();
    List.of(old, renewed, forgotten).forEach(id -> age(id, LONG));
    called(renewed, clock.instant().minus(Duration.ofDays(59)));
    called(forgotten, clock.instant().minus(LONG));
    String curated = directory.contact("Ana Ruiz").in("Billing").add();
    age(curated, LONG);

    doChores();

    assertEquals(404, status(old));
    assertEquals(404, status(forgotten));
    assertEquals(200, status(young));
    assertEquals(200, status(renewed));
    assertEquals(200, status(curated));
    assertEquals(2, directory.writesOf(old));
    assertEquals(1, directory.writesOf(renewed));
  }

  @Test
  void who_was_merged_or_promoted_stays() {
    String promoted = left();
    String one = left();
    String two = left();
    directory.asAdmin().post(CONTACTS + "/" + promoted + "/promotion", "").answers(200);
    List.of(promoted, one, two).forEach(id -> age(id, LONG));
    String canonical =
        directory
            .asAdmin()
            .post(
                "/api/v2/externalcontacts/merge/contacts",
                "{\"sourceContactId\": \"" + one + "\", \"targetContactId\": \"" + two + "\"}")
            .answers(200)
            .id();
    age(canonical, LONG);

    doChores();

    assertEquals(200, status(promoted));
    assertEquals(200, status(one));

    // An undo must not end in their removal.
    directory
        .asAdmin()
        .post("/api/v2/callbook/contacts/" + canonical + "/unmerge", "")
        .answers(200);
    doChores();
    directory.asAdmin().get(CONTACTS + "/{}", one).answers(200).holds("/id", "\"" + one + "\"");
  }

  @Test
  void more_than_one_batch_goes_at_once() {
    Scope scope = directory.view("Billing");
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into contact (org_id, id, division_id, type, name_key, surname_key, created_at, modified_at, version)
                select :org, gen_random_uuid(), :division, 'Identified', '', '', :then, :then, 1
                  from generate_series(1, 1100)
                """)
            .bind("org", scope.orgKey())
            .bind("division", scope.divisionKeys()[0])
            .bind("then", clock.instant().minus(LONG))
            .execute());

    doChores();

    assertTrue(directory.asAdmin().get(CONTACTS).answers(200).at("/entities").isEmpty());
  }
}
