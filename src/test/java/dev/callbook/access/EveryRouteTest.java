package dev.callbook.access;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.Agent;
import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.Directory;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Route;
import dev.callbook.testing.Routes;
import dev.callbook.testing.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Walks every route there is: whoever adds one is checked without asking.
@QuarkusTest
@Tag("oldest-postgres")
class EveryRouteTest extends FeatureTest {
  private static final String SOMEBODY = "019ab0f6-7c00-7000-8000-000000000009";

  /// Parameters that name no record in a division: calls and messages belong to the systems that
  /// report them, and those systems to a whole organization.
  private static final Set<String> NAMED_ELSEWHERE =
      Set.of("conversationId", "sourceName", "scopeId", "coreTypeName", "keptId");

  /// Parameters that name what belongs to a whole organization: to another one it is strange, to
  /// another division it is not.
  private static final Set<String> OF_THE_ORGANIZATION =
      Set.of(
          "userId",
          "clientId",
          "call",
          "subjectId",
          "roleId",
          "divisionId",
          "externalSourceId",
          "sourceId",
          "settingsId",
          "schemaId",
          "versionId");

  /// Where records are read that have no address below the route's own.
  private static final Map<String, String> READ_AT =
      Map.of(
          "userId", "/api/v2/users/",
          "subjectId", "/api/v2/authorization/subjects/",
          "roleId", "/api/v2/authorization/roles/");

  @Test
  void there_are_routes() {
    assertTrue(Routes.guarded().size() > 25, () -> Routes.guarded().toString());
  }

  @Test
  void every_route_says_who_may_enter() {
    assertEquals(
        List.of(),
        Routes.all().stream().filter(route -> route.entry().equals("UNDECLARED")).toList());
  }

  @Test
  void without_a_token_nobody_enters_the_api() {
    assertAll(
        Routes.guarded().stream()
            .map(route -> () -> call(Agent.NOBODY, route).refuses(401, "authentication.required")));
  }

  @Test
  void a_token_that_is_none_opens_nothing() {
    var stranger = new Agent("stranger", "0123456789abcdef");
    assertAll(
        Routes.guarded().stream()
            .map(route -> () -> call(stranger, route).refuses(401, "bad.credentials")));
  }

  @Test
  void without_the_permission_each_route_refuses_and_names_it() {
    Map<Set<Permission>, Agent> lacking = new HashMap<>();
    assertAll(
        Routes.guarded().stream()
            .filter(route -> !route.permissions().isEmpty())
            .map(route ->
                () -> {
                  Set<Permission> needed = route.lacked();
                  Agent agent = lacking.computeIfAbsent(needed, directory::everythingBut);
                  Answer answer = call(agent, route).refuses(403, "missing.any.permissions");
                  assertTrue(
                      needed.contains(
                          Permission.of(answer.text("/messageParams/permission")).orElseThrow()));
                }));
  }

  @Test
  void pages_send_whoever_is_not_signed_in_to_the_sign_in_page() {
    assertAll(
        Routes.all().stream()
            .filter(route -> !route.isApi() && !route.isOpen())
            .map(route ->
                () -> {
                  Answer answer =
                      api.with("Content-Type", formOf(route))
                          .send(route.method(), route.to(_ -> SOMEBODY), "");
                  assertEquals(303, answer.status(), route.toString());
                  assertTrue(
                      answer.header("Location").contains("/sign-in"), answer.header("Location"));
                }));
  }

  /// A form with a file takes another media type than a form without.
  private static String formOf(Route route) {
    return route.toString().equals("POST /imports")
        ? "multipart/form-data; boundary=x"
        : "application/x-www-form-urlencoded";
  }

  @TestFactory
  Stream<DynamicTest> an_id_of_another_division_is_not_found_and_nothing_changes() {
    Agent agent = directory.everythingIn("Billing");
    return ofRecords(
        route -> !OF_THE_ORGANIZATION.containsAll(route.parameters()),
        route -> unseen(route, directory, agent));
  }

  @TestFactory
  Stream<DynamicTest> an_id_of_another_organization_is_not_found_and_nothing_changes() {
    Agent stranger = newDirectory("Theirs").admin();
    return ofRecords(_ -> true, route -> unseen(route, directory, stranger));
  }

  @TestFactory
  Stream<DynamicTest> a_page_asked_for_without_the_permission_is_a_page_that_says_so() {
    Seat nobody = directory.person("Agent");
    return pages()
        .filter(route -> !route.permissions().isEmpty())
        .map(route ->
            DynamicTest.dynamicTest(
                route.toString(),
                () ->
                    api.at(nobody)
                        .with("Content-Type", formOf(route))
                        .send(route.method(), route.to(_ -> SOMEBODY), "")
                        .shows(403)
                        .saying("<h1>")));
  }

  @TestFactory
  Stream<DynamicTest> a_page_of_another_division_is_not_found_and_nothing_changes() {
    Seat agent = directory.person("Admin", "Billing");
    return ofPages(
        route -> !OF_THE_ORGANIZATION.contains(route.parameters().getFirst()),
        route -> unseenPage(route, directory, agent));
  }

  @TestFactory
  Stream<DynamicTest> a_page_of_another_organization_is_not_found_and_nothing_changes() {
    Seat stranger = newDirectory("Theirs").person("Admin", "*");
    return ofPages(_ -> true, route -> unseenPage(route, directory, stranger));
  }

  private static Stream<Route> pages() {
    return Routes.all().stream().filter(route -> !route.isApi() && !route.isOpen());
  }

  private static Stream<DynamicTest> ofPages(Predicate<Route> which, Check check) {
    return pages()
        .filter(route -> !route.parameters().isEmpty())
        .filter(route -> !NAMED_ELSEWHERE.containsAll(route.parameters()))
        .filter(which)
        .map(route -> DynamicTest.dynamicTest(route.toString(), () -> check.of(route)));
  }

  /// As [#unseen], for whoever sits at a browser.
  private void unseenPage(Route route, Directory owner, Seat person) {
    Map<String, String> records = recordsFor(route, owner);
    Map<String, Integer> writes = writes(owner, records);

    api.at(person)
        .with("Content-Type", formOf(route))
        .send(route.method(), route.to(name -> records.getOrDefault(name, "")), form(owner))
        .shows(404);

    assertEquals(writes, writes(owner, records));
  }

  private static Map<String, Integer> writes(Directory owner, Map<String, String> records) {
    Map<String, Integer> writes = new HashMap<>();
    records.forEach((name, id) -> {
      if (id.length() > 1) {
        writes.put(name, owner.writesOf(id));
      }
    });
    return writes;
  }

  /// What the forms of pages post, so that nothing but the record is amiss.
  private static String form(Directory owner) {
    return "version=1&relationship=Sponsor&user="
        + SOMEBODY
        + "&noteText=Mind+the+step&text=Mind+the+step&on=true&number=%2B34600000000"
        + "&firstName=Noor&lastName=Haddad&name=Haddad&password=a+few+words+will+do&active=false"
        + "&contact="
        + SOMEBODY
        + "&role="
        + owner.role("Agent")
        + "&division=*";
  }

  @TestFactory
  Stream<DynamicTest> a_malformed_id_is_refused_by_its_name() {
    Agent admin = directory.admin();
    return ofRecords(
        _ -> true,
        route -> {
          String parameter = route.parameters().getFirst();
          api.as(admin)
              .send(
                  route.method(),
                  route.to(name -> name.equals("versionId") ? "1" : "not-an-id"),
                  Samples.bodyFor(route))
              .refuses(400, "invalid.value", parameter, "invalid.value");
        });
  }

  private interface Check {
    void of(Route route);
  }

  private static Stream<DynamicTest> ofRecords(Predicate<Route> which, Check check) {
    return Routes.guarded().stream()
        .filter(which)
        .filter(route -> !route.parameters().isEmpty())
        .filter(route -> !NAMED_ELSEWHERE.containsAll(route.parameters()))
        .map(route -> DynamicTest.dynamicTest(route.toString(), () -> check.of(route)));
  }

  /// Calls a route with ids of records in the division Legal.
  private void unseen(Route route, Directory owner, Agent caller) {
    Map<String, String> records = recordsFor(route, owner);
    String path = route.to(name -> records.getOrDefault(name, ""));
    String last = records.getOrDefault(lastRecord(route), "");
    int writes = owner.writesOf(last);
    String before = read(owner, recordPath(route, records));

    call(caller, route, path).refuses(404, "not.found");

    assertEquals(writes, owner.writesOf(last));
    assertEquals(before, read(owner, recordPath(route, records)));
    assertFalse(before.isEmpty());
  }

  /// What must not change. An import moves on by itself; that it was not cancelled stays. So does
  /// an export, which nobody can change. Of an upload nothing is read but what was found in it.
  private static String read(Directory owner, String path) {
    if (path.contains("/uploads/")) {
      return owner.asAdmin().get(path + "/details").answers(200).body();
    }
    Answer record = owner.asAdmin().get(path).answers(200);
    if (path.contains("/exports/")) {
      return record.id();
    }
    return path.contains("/imports/") || path.contains("/import/jobs/")
        ? record.id() + record.body().toLowerCase(Locale.ROOT).contains("cancel")
        : record.body();
  }

  /// An action on a record that waits for its order. @param list of the record's kind
  private String bulkAction(Directory owner, String list) {
    String record =
        list.equals("/contacts")
            ? owner.contact("Noor Haddad").in("Legal").add()
            : owner.organization("Haddad & Co").in("Legal").add();
    String page =
        api.at(owner.person("Admin", "Legal"))
            .post(list + "/bulk", "action=delete&id=" + record)
            .answers(303)
            .header("Location");
    return page.substring(page.lastIndexOf('/') + 1);
  }

  private Map<String, String> recordsFor(Route route, Directory owner) {
    Map<String, String> made = new HashMap<>();
    for (String parameter : route.parameters()) {
      String id =
          switch (parameter) {
            case "id" ->
                route.path().startsWith("/contacts")
                    ? owner.contact("Noor Haddad").in("Legal").add()
                    : owner.organization("Haddad & Co").in("Legal").add();
            case "organizationId" -> owner.organization("Haddad & Co").in("Legal").add();
            case "changeId" -> SOMEBODY;
            case "position" -> "0";
            case "userId" -> owner.person("Agent", "Legal").user().toString();
            case "clientId" -> owner.client("Switchboard").client().id().toString();
            case "subjectId" -> owner.person("Agent", "Legal").user().toString();
            case "roleId" -> owner.role("Agent");
            case "divisionId" -> owner.division("Legal").wireId();
            case "call" -> callIn(owner);
            case "contactId" -> owner.contact("Noor Haddad").in("Legal").add();
            case "externalOrganizationId" -> owner.organization("Haddad & Co").in("Legal").add();
            case "actionId" ->
                bulkAction(
                    owner, route.path().startsWith("/contacts") ? "/contacts" : "/organizations");
            case "sourceId", "externalSourceId" -> owner.externalSource("CRM " + UUID.randomUUID());
            case "schemaId" ->
                owner
                    .asAdmin()
                    .post(
                        (route.path().contains("/contacts/") ? CONTACTS : ORGANIZATIONS)
                            + "/schemas",
                        Samples.SCHEMA.replace("Loyalty", "Loyalty " + UUID.randomUUID()))
                    .answers(200)
                    .id();
            case "versionId" -> "1";
            case "noteId" -> {
              String of = route.path().contains("/contacts/{") ? CONTACTS : ORGANIZATIONS;
              String subject = made.values().iterator().next();
              yield owner
                  .asAdmin()
                  .post(of + "/" + subject + "/notes", "{\"noteText\": \"Mind the step\"}")
                  .answers(200)
                  .id();
            }
            case "trustorId" -> SOMEBODY;
            case "relationshipId" -> relationship(made.getOrDefault("id", ""), owner);
            case "importId" ->
                owner
                    .asAdmin()
                    .with("Content-Type", "text/csv")
                    .post(
                        "/api/v2/callbook/imports?division=" + owner.division("Legal").wireId(),
                        "First Name,Last Name\nNoor,Haddad\n")
                    .answers(202)
                    .id();
            case "settingsId" ->
                route.path().contains("/csv/")
                    ? owner.imports().columns("Name", "$.lastName")
                    : owner.imports().settings("Email");
            case "uploadId" -> owner.imports().upload("Name,First\nHaddad,Noor\n");
            case "jobId" ->
                owner
                    .imports()
                    .order(
                        "Legal",
                        "Name,First\nHaddad,Noor\n",
                        "Name",
                        "$.lastName",
                        "First",
                        "$.firstName");
            case "exportId" ->
                owner
                    .asAdmin()
                    .post(
                        route.isApi()
                            ? route.path().replace("/{exportId}", "")
                            : CONTACTS + "/exports",
                        "{\"divisionIds\": [\"" + owner.division("Legal").wireId() + "\"]}")
                    .answers(201)
                    .id();
            default ->
                throw new AssertionError(
                    "Teach this test to make a record for {" + parameter + "} of " + route);
          };
      made.put(parameter, id);
    }
    return made;
  }

  /// At an organization, or at a new one in the division Legal.
  private static String relationship(String organization, Directory owner) {
    String at =
        organization.isEmpty() ? owner.organization("Haddad & Co").in("Legal").add() : organization;
    return owner.relationship(owner.person("Agent", "Legal").user(), at, "Account manager");
  }

  /// A call that rings at an agent's telephone.
  private static String callIn(Directory owner) {
    Seat agent = owner.person("Agent", "Legal");
    return owner
        .asAdmin()
        .post(CallCentre.EVENTS, CallCentre.event("call-1", "offered", agent, ""))
        .answers(200)
        .id();
  }

  /// The last parameter that names a record of ours: a trustor is none.
  private static String lastRecord(Route route) {
    return route.parameters().stream()
        .filter(parameter -> !parameter.equals("trustorId") && !parameter.equals("versionId"))
        .toList()
        .getLast();
  }

  /// Where the record of the path's last parameter is read.
  private static String recordPath(Route route, Map<String, String> records) {
    String path = route.to(name -> records.getOrDefault(name, ""));
    String record = lastRecord(route);
    String last = records.getOrDefault(record, "");
    if (READ_AT.containsKey(record)) {
      return READ_AT.get(record) + last;
    }
    return path.substring(0, path.indexOf(last) + last.length())
        .replace("/callbook/contacts/", "/externalcontacts/contacts/");
  }

  private Answer call(Agent agent, Route route) {
    return call(agent, route, route.to(_ -> UUID.randomUUID().toString()));
  }

  private Answer call(Agent agent, Route route, String path) {
    return api.as(agent)
        .with("Content-Type", route.contentType())
        .send(route.method(), path, Samples.bodyFor(route));
  }
}
