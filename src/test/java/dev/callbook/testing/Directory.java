package dev.callbook.testing;

import dev.callbook.access.Access;
import dev.callbook.access.Actor;
import dev.callbook.access.ClientDraft;
import dev.callbook.access.Clients;
import dev.callbook.access.Division;
import dev.callbook.access.Divisions;
import dev.callbook.access.Grants;
import dev.callbook.access.Newcomers;
import dev.callbook.access.Newcomers.Newcomer;
import dev.callbook.access.OAuthScope;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Role;
import dev.callbook.access.Roles;
import dev.callbook.access.Scope;
import dev.callbook.access.User;
import dev.callbook.access.Users;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.externalsource.ExternalSources;
import dev.callbook.testing.CallCentre.Seat;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// One organization of ours with whoever and whatever a test needs in it, arranged through the
/// rules and the API.
public final class Directory {
  /// The rules it uses.
  public record Doors(
      Divisions divisions,
      Roles roles,
      Grants grants,
      Clients clients,
      Users users,
      Newcomers newcomers,
      Changes changes,
      ExternalSources sources) {}

  private final OrgId org;
  private final Doors doors;
  private final Api api;
  private final LogWatch log;
  private final Map<String, Agent> admins = new HashMap<>();

  Directory(OrgId org, Doors doors, Api api, LogWatch log) {
    this.org = org;
    this.doors = doors;
    this.api = api;
    this.log = log;
  }

  /// Someone with the role Agent in the divisions named, which are made where missing.
  public Agent agentIn(String... divisions) {
    return caller("Agent", roleNamed("Agent"), divisions);
  }

  /// Someone with the role Supervisor in the divisions named.
  public Agent supervisorIn(String... divisions) {
    return caller("Supervisor", roleNamed("Supervisor"), divisions);
  }

  /// Someone who may do everything everywhere in this organization.
  public Agent admin() {
    return admins.computeIfAbsent("admin", _ -> caller("Admin", roleNamed("Admin"), "*"));
  }

  /// Someone who may do everything in the divisions named, and nothing elsewhere.
  public Agent everythingIn(String... divisions) {
    return caller("Admin of some", roleNamed("Admin"), divisions);
  }

  /// Someone who may do everything but one thing.
  public Agent everythingBut(Permission missing) {
    return everythingBut(Set.of(missing));
  }

  /// As [#everythingBut(Permission)], without any of several.
  public Agent everythingBut(Set<Permission> missing) {
    return holding(EnumSet.complementOf(EnumSet.copyOf(missing)));
  }

  /// Someone with certain permissions in all divisions.
  public Agent holding(Set<Permission> permissions) {
    String name = "Role " + UUID.randomUUID();
    return caller(name, doors.roles().add(scope(), name, permissions), "*");
  }

  private Role roleNamed(String name) {
    return doors.roles().all(scope()).stream()
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Agent caller(String name, Role role, String... divisions) {
    Clients.Issued client = doors.clients().add(scope(), ClientDraft.ofProgram(name));
    for (String division : divisions) {
      doors.grants().give(scope(), client.client().id(), role.id(), division(division).id());
    }
    return signIn(name, client);
  }

  private Agent signIn(String name, Clients.Issued client) {
    Answer token =
        api.withBasic(client.client().id().toString(), client.secret())
            .with("Content-Type", "application/x-www-form-urlencoded")
            .post("/oauth/token", "grant_type=client_credentials")
            .answers(200);
    return new Agent(name, token.text("/access_token"));
  }

  /// Someone who is signed in to the pages.
  ///
  /// @param role a built-in role, held in each of the divisions; without divisions nothing is held
  public Seat person(String role, String... divisions) {
    String email = UUID.randomUUID() + "@ours.example";
    Newcomer user = doors.newcomers().add(scope(), "Amara Okafor", email);
    for (String division : divisions) {
      doors.grants().give(scope(), user.id(), roleNamed(role).id(), division(division).id());
    }
    return new Seat(user.id(), email, user.session());
  }

  /// The role's id, as forms post it.
  public String role(String name) {
    return roleNamed(name).id().toString();
  }

  /// A record's changes, newest first.
  public List<Change> changesOf(String record) {
    return doors.changes().of(scope(), UUID.fromString(record), null, 1_000);
  }

  /// A program that may ask for tokens.
  public Clients.Issued client(String name) {
    return doors.clients().add(scope(), ClientDraft.ofProgram(name));
  }

  /// A program that acts for users, with these scopes.
  public App app(OAuthScope... scopes) {
    return app(App.REDIRECT_URI, scopes);
  }

  /// The same, returned to at another address.
  public App app(String redirectUri, OAuthScope... scopes) {
    ClientDraft draft =
        new ClientDraft(
            "Dialler",
            null,
            ClientDraft.Grant.CODE,
            ClientDraft.DEFAULT_LIFETIME,
            List.of(redirectUri),
            Set.of(scopes));
    return new App(api, doors.clients().add(scope(), draft), redirectUri);
  }

  /// Changes what a program may be, as an admin does.
  public void correct(App app, ClientDraft draft, boolean active) {
    doors.clients().correct(scope(), app.id(), Optional.empty(), draft, active);
  }

  /// Takes a person's sign-in away.
  public void deactivate(Seat person) {
    User user = doors.users().get(scope(), person.user());
    doors
        .users()
        .correct(itself(), scope(), user.id(), user.version(), user.name(), user.email(), false);
  }

  /// A program that may ask for tokens and holds a built-in role everywhere.
  public Clients.Issued program(String role) {
    Clients.Issued issued = client("Program");
    doors.grants().give(scope(), issued.client().id(), roleNamed(role).id(), division("*").id());
    return issued;
  }

  /// The id of a system outside whose names contacts carry; made where missing.
  public String source(String name) {
    return doors.sources().named(scope(), name).toString();
  }

  /// Imports as programs order them.
  public ImportOrders imports() {
    return new ImportOrders(this);
  }

  /// Takes a program's rights away with it.
  public void remove(Clients.Issued client) {
    doors.clients().remove(scope(), client.client().id());
  }

  /// A token for a program.
  public Agent tokenFor(Clients.Issued client) {
    return signIn(client.client().name(), client);
  }

  /// A division by its name; made where missing.
  public Division division(String name) {
    return doors.divisions().all(org).stream()
        .filter(division -> division.name().equals(name))
        .findFirst()
        .orElseGet(() -> doors.divisions().add(scope(), name));
  }

  /// A person outside the company. @param name first and last
  public NewContact contact(String name) {
    return new NewContact(this, name);
  }

  /// The schema [Samples#SCHEMA]. @param records the path of those it is for
  ///
  /// @return its id
  public String schemaOf(String records) {
    return asAdmin().post(records + "/schemas", Samples.SCHEMA).answers(200).id();
  }

  /// An organization outside the company.
  public NewOrganization organization(String name) {
    return new NewOrganization(this, name);
  }

  /// What a person of ours is to an organization. @return its id
  public String relationship(UUID user, String organization, String text) {
    return asAdmin()
        .post(
            "/api/v2/externalcontacts/relationships",
            """
            {"user": {"id": "%s"}, "externalOrganization": {"id": "%s"}, "relationship": "%s"}
            """
                .formatted(user, organization, text))
        .answers(200)
        .id();
  }

  /// Another system that knows people by ids of its own. @return its id
  public String externalSource(String name) {
    return asAdmin()
        .post("/api/v2/externalcontacts/externalsources", "{\"name\": \"" + name + "\"}")
        .answers(200)
        .id();
  }

  /// How often a record was written so far.
  public int writesOf(String record) {
    return doors.changes().of(scope(), UUID.fromString(record), null, 1_000).size();
  }

  /// Calls the API as this organization's admin.
  public Api asAdmin() {
    return api.as(admin());
  }

  /// Calls without a token.
  public Api asNobody() {
    return api;
  }

  /// What must not appear in the log.
  public void mind(String personal) {
    log.mind(personal);
  }

  /// What somebody sees who may view contacts in these divisions only.
  public Scope view(String... divisions) {
    return new Scope(
        org,
        new Actor.Itself(),
        Origin.SYSTEM,
        Permission.CONTACT_VIEW,
        Stream.of(divisions).map(this::division).toList());
  }

  /// Callbook, which may do everything.
  private Access itself() {
    return new Access(
        org,
        "Ours",
        "US",
        new Actor.Itself(),
        List.of(),
        Map.of(),
        EnumSet.allOf(Permission.class));
  }

  private Scope scope() {
    List<Division> all = doors.divisions().all(org);
    return new Scope(org, new Actor.Itself(), Origin.SYSTEM, Permission.CONTACT_VIEW, all);
  }
}
