package dev.callbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.callbook.testing.Browser;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Look;
import dev.callbook.testing.Route;
import dev.callbook.testing.Routes;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Visits every page there is, as an admin, with a contact and an organization that have
/// everything: whoever adds a page has it looked at by axe without asking.
@QuarkusTest
class EveryPageTest extends FeatureTest {
  /// Parts of pages, and what is no page at all.
  private static final Set<String> PARTS =
      Set.of(
          "/",
          "/import",
          "/openapi",
          "/contacts/numbers/check",
          "/contacts/{id}/notes/latest",
          "/contacts/{contactId}/interactions/latest",
          "/organizations/pick",
          "/organizations/{id}/notes/latest",
          "/organizations/{organizationId}/contacts/latest",
          "/exports/{exportId}/file",
          "/exports/{exportId}/progress",
          "/imports/{importId}/progress",
          "/imports/{importId}/rejections",
          "/contacts/bulk/{actionId}/progress",
          "/custom-fields/schemas/{schemaId}/use",
          "/demo/controls",
          "/external-sources/{sourceId}/uses",
          "/workspace/stream",
          "/workspace/{call}/search",
          "/oauth/authorize",
          "/login/oauth/authorize",
          "/logout",
          "/login/logout");

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void every_page_is_accessible(Look look) {
    Seat admin = directory.person("Admin", "*");
    String organization = directory.organization("Norrviken Bygg AB").add();
    directory.relationship(admin.user(), organization, "Account manager");
    String contact = contact(organization);
    String call = call(admin);
    String imported = imported();
    String exported = directory.asAdmin().post(CONTACTS + "/exports", "{}").answers(201).id();
    String source = directory.externalSource("Salesforce");
    String ordered = ordered(admin, contact);
    String schema = directory.schemaOf(CONTACTS);
    List<Route> pages =
        Routes.all().stream()
            .filter(route -> route.method().equals("GET") && !route.isApi())
            .filter(route -> !PARTS.contains(route.path()))
            .toList();
    assertTrue(pages.size() > 15, pages::toString);
    try (Browser browser = Browser.open(look, Locale.UK).signedIn(admin)) {
      Page page = browser.go("/contacts");
      for (Route route : pages) {
        String path =
            route.to(name ->
                switch (name) {
                  case "contactId" -> contact;
                  case "organizationId" -> organization;
                  case "id" -> route.path().startsWith("/contacts") ? contact : organization;
                  case "importId" -> imported;
                  case "exportId" -> exported;
                  case "sourceId" -> source;
                  case "actionId" -> ordered;
                  case "schemaId" -> schema;
                  case "call" -> call;
                  case "userId" -> admin.user().toString();
                  case "secret" -> link(admin);
                  case "roleId" -> directory.role("Agent");
                  case "divisionId" -> directory.division("Legal").wireId();
                  case "clientId" -> directory.client("Switchboard").client().id().toString();
                  default -> throw new AssertionError("Teach this test a {" + name + "}");
                });
        Response answer = page.navigate(path);
        assertEquals(200, answer.status(), path);
        assertTrue(page.locator("h1").count() > 0, path);
        browser.assertAccessible(page);
      }
    }
  }

  private String contact(String organization) {
    String id =
        directory
            .contact("Priya Raghunathan")
            .cellPhone("+44 7700 900482")
            .workPhone("+44 20 7946 0182")
            .workEmail("priya@thornbury.example")
            .at(organization)
            .add();
    directory
        .asAdmin()
        .post(CONTACTS + "/" + id + "/notes", "{\"noteText\": \"Prefers the mobile\"}")
        .answers(200);
    return id;
  }

  private String link(Seat user) {
    String page =
        api.at(user).post("/people/" + user.user() + "/password-link", "").shows(200).body();
    int at = page.indexOf("/password/") + "/password/".length();
    return page.substring(at, page.indexOf('<', at));
  }

  private String call(Seat agent) {
    return directory
        .asAdmin()
        .post(
            CallCentre.EVENTS,
            CallCentre.event(
                "c1", "offered", agent, ", \"from\": " + CallCentre.number("+44 7700 900482")))
        .answers(200)
        .id();
  }

  private String ordered(Seat admin, String contact) {
    String page =
        api.at(admin)
            .post("/contacts/bulk", "action=delete&id=" + contact)
            .answers(303)
            .header("Location");
    return page.substring(page.lastIndexOf('/') + 1);
  }

  private String imported() {
    return directory
        .asAdmin()
        .with("Content-Type", "text/csv")
        .post("/api/v2/callbook/imports?division=*", "First Name,Last Name\nNoor,Haddad\n")
        .answers(202)
        .id();
  }
}
