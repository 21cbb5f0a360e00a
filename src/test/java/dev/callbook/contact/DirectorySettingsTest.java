package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// `getExternalcontactsSettings`, `putExternalcontactsSettings`, `deleteExternalcontactsSettings`,
/// and what follows from them.
@QuarkusTest
class DirectorySettingsTest extends FeatureTest {
  private static final String SETTINGS = "/api/v2/externalcontacts/settings";
  private static final String CHOSEN =
      "{\"manuallyAssignDivisionsToInteractions\":%s,\"manuallyAssignDivisionsToContacts\":%s}";

  private void set(boolean interactions, boolean contacts) {
    directory.asAdmin().put(SETTINGS, CHOSEN.formatted(interactions, contacts)).answers(200);
  }

  @Test
  void they_are_kept_told_and_reset() {
    directory.asAdmin().get(SETTINGS).answers(200).holds("", CHOSEN.formatted(false, false));
    directory
        .asAdmin()
        .put(SETTINGS, CHOSEN.formatted(true, false))
        .answers(200)
        .holds("/message", "\"The settings are saved.\"");
    directory.asAdmin().get(SETTINGS).answers(200).holds("", CHOSEN.formatted(true, false));
    set(false, true);
    directory.asAdmin().get(SETTINGS).answers(200).holds("", CHOSEN.formatted(false, true));
    directory
        .asAdmin()
        .delete(SETTINGS)
        .answers(200)
        .holds("/message", "\"The settings are the defaults again.\"");
    directory.asAdmin().get(SETTINGS).answers(200).holds("", CHOSEN.formatted(false, false));
  }

  @Test
  void another_organization_has_its_own() {
    set(true, true);
    newDirectory("Theirs")
        .asAdmin()
        .get(SETTINGS)
        .answers(200)
        .holds("", CHOSEN.formatted(false, false));
  }

  @Test
  void what_is_wrong_is_named() {
    directory.asAdmin().put(SETTINGS, "").refuses(400, "invalid.value", "body", "required");
    directory
        .asAdmin()
        .put(SETTINGS, "{\"manuallyAssignDivisionsToContacts\": \"yes\"}")
        .refuses(400, "invalid.value", "manuallyAssignDivisionsToContacts", "wrong.type");
  }

  @Test
  void whoever_has_to_choose_a_division_finds_none_chosen() {
    Seat admin = directory.person("Admin", "*");
    String form = "save=yes&firstName=Ana&lastName=Ruiz&division=";
    api.at(admin).get("/contacts/new").shows(200).saying("selected>Home</option>");

    set(false, true);
    api.at(admin)
        .get("/contacts/new")
        .shows(200)
        .saying("<option value=\"\" selected>Pick a division</option>");
    api.at(admin).post("/contacts", form).shows(422).saying("id=\"division-error\"");
    assertEquals(303, api.at(admin).post("/contacts", form + "*").status());
  }

  @Test
  void so_does_an_agent_who_creates_a_contact_for_a_call() {
    Seat agent = directory.person("Agent", "Billing");
    set(false, true);
    String call =
        directory
            .asAdmin()
            .post(CallCentre.EVENTS, CallCentre.event("c1", "offered", agent, ""))
            .answers(200)
            .id();

    api.at(agent).get("/workspace").shows(200).saying("Pick a division");
    api.at(agent)
        .post("/workspace/" + call + "/create", "firstName=Ana&lastName=Ruiz&division=")
        .shows(422);
    String billing = directory.division("Billing").wireId();
    assertEquals(
        303,
        api.at(agent)
            .post(
                "/workspace/" + call + "/create", "firstName=Ana&lastName=Ruiz&division=" + billing)
            .status());
  }

  @Test
  void programs_need_not_choose() {
    set(true, true);
    directory
        .asAdmin()
        .post(CONTACTS, "{\"firstName\": \"Ana\", \"lastName\": \"Ruiz\"}")
        .answers(200)
        .holds("/division/id", "\"*\"");
  }
}
