package dev.callbook.web;

import dev.callbook.testing.Api;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.Directory;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Route;
import dev.callbook.testing.Routes;
import java.util.List;
import java.util.Set;

/// An organization of ours in which every page has something to show, as its admin sees it.
final class Furnished {
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
          "/imports/{importId}/sample",
          "/imports/{importId}/rejections",
          "/imports/{importId}/undo/kept",
          "/imports/{importId}/undo/progress",
          "/contacts/bulk/{actionId}/progress",
          "/organizations/bulk/{actionId}/progress",
          "/custom-fields/schemas/{schemaId}/use",
          "/demo/controls",
          "/external-sources/{sourceId}/uses",
          "/workspace/stream",
          "/workspace/{call}/search",
          "/oauth/authorize",
          "/login/oauth/authorize",
          "/logout",
          "/login/logout");

  private final Directory directory;
  private final Api api;
  private final Seat admin;
  private final String organization;
  private final String contact;
  private final String call;
  private final String imported;
  private final String exported;
  private final String source;
  private final String contactAction;
  private final String organizationAction;
  private final String schema;

  Furnished(Directory directory) {
    this.directory = directory;
    api = directory.asNobody();
    admin = directory.person("Admin", "*");
    organization = directory.organization("Norrviken Bygg AB").add();
    directory.relationship(admin.user(), organization, "Account manager");
    contact = contact();
    call = call();
    imported = imported();
    exported = directory.asAdmin().post(FeatureTest.CONTACTS + "/exports", "{}").answers(201).id();
    source = directory.externalSource("Salesforce");
    contactAction = action("/contacts/bulk", contact);
    organizationAction = action("/organizations/bulk", directory.organization("Sundholm Oy").add());
    schema = directory.schemaOf(FeatureTest.CONTACTS);
  }

  Seat admin() {
    return admin;
  }

  /// The routes of whole pages.
  static List<Route> pages() {
    return Routes.all().stream()
        .filter(route -> route.method().equals("GET") && !route.isApi())
        .filter(route -> !PARTS.contains(route.path()))
        .toList();
  }

  /// Where a page shows what this organization has.
  String path(Route route) {
    return route.to(name ->
        switch (name) {
          case "contactId" -> contact;
          case "organizationId" -> organization;
          case "id" -> route.path().startsWith("/contacts") ? contact : organization;
          case "importId" -> imported;
          case "exportId" -> exported;
          case "sourceId" -> source;
          case "actionId" ->
              route.path().startsWith("/contacts") ? contactAction : organizationAction;
          case "schemaId" -> schema;
          case "call" -> call;
          // Not the admin, whom nobody would be left to give back what is taken away.
          case "userId" -> directory.person("Agent", "*").user().toString();
          case "secret" -> link();
          case "roleId" -> directory.role("Agent");
          case "divisionId" -> directory.division("Legal").wireId();
          case "clientId" -> directory.client("Switchboard").client().id().toString();
          default -> throw new AssertionError("Teach this test a {" + name + "}");
        });
  }

  private String contact() {
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
        .post(FeatureTest.CONTACTS + "/" + id + "/notes", "{\"noteText\": \"Prefers the mobile\"}")
        .answers(200);
    return id;
  }

  private String link() {
    String page =
        api.at(admin).post("/people/" + admin.user() + "/password-link", "").shows(200).body();
    int at = page.indexOf("/password/") + "/password/".length();
    return page.substring(at, page.indexOf('<', at));
  }

  private String call() {
    return directory
        .asAdmin()
        .post(
            CallCentre.EVENTS,
            CallCentre.event(
                "c1", "offered", admin, ", \"from\": " + CallCentre.number("+44 7700 900482")))
        .answers(200)
        .id();
  }

  private String action(String list, String id) {
    String page =
        api.at(admin).post(list, "action=delete&id=" + id).answers(303).header("Location");
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
