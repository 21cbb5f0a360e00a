package dev.callbook.access;

import dev.callbook.access.Role.BuiltIn;
import dev.callbook.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Makes the first organization on an empty database: two divisions, the built-in roles, the first
/// admin, the first client.
@ApplicationScoped
public class FirstStart {
  /// What a person must be told once. @param generated whether the password was made up here
  public record Made(String adminEmail, String password, boolean generated) {}

  private final OrgStore orgs;
  private final DivisionStore divisions;
  private final RoleStore roles;
  private final GrantStore grants;
  private final UserStore users;
  private final ClientStore clients;
  private final FirstStartSettings settings;
  private final Ids ids;
  private final Clock clock;

  FirstStart(
      OrgStore orgs,
      DivisionStore divisions,
      RoleStore roles,
      GrantStore grants,
      UserStore users,
      ClientStore clients,
      FirstStartSettings settings,
      Ids ids,
      Clock clock) {
    this.orgs = orgs;
    this.divisions = divisions;
    this.roles = roles;
    this.grants = grants;
    this.users = users;
    this.clients = clients;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /// @return empty if there was an organization already
  @Transactional
  public Optional<Made> prepare() {
    orgs.lockFirstStart();
    if (!orgs.all().isEmpty()) {
      orgs.all().forEach(org -> builtInRoles().forEach((_, role) -> roles.refresh(org, role)));
      return Optional.empty();
    }
    OrgId org = new OrgId(ids.next());
    DivisionId starred = addOrg(org, settings.organization());
    Map<BuiltIn, Role> builtIn = addRoles(org);
    UUID admin = Objects.requireNonNull(builtIn.get(BuiltIn.ADMIN)).id();
    String password = settings.admin().password().orElseGet(Secrets::password);
    User user = new User(ids.next(), "Admin", settings.admin().email(), true, 1);
    users.add(org, user, Passwords.hash(password), clock.instant());
    grants.add(org, List.of(new Grants.Grant(user.id(), admin, starred)), clock.instant());
    settings.client().ifPresent(client -> addClient(org, client, admin, starred));
    return Optional.of(new Made(user.email(), password, settings.admin().password().isEmpty()));
  }

  /// As [#prepare()], but the organization is called `name` and nobody can sign in yet: whoever
  /// asks adds the users.
  ///
  /// @return empty if there was an organization already
  @Transactional
  public Optional<OrgId> prepare(String name) {
    orgs.lockFirstStart();
    return orgs.all().isEmpty() ? Optional.of(addOrganization(name)) : Optional.empty();
  }

  /// Every organization of ours, the oldest first.
  public List<OrgId> organizations() {
    return orgs.all();
  }

  /// Another organization beside the first: tests use it to prove that neither sees the other.
  @Transactional
  public OrgId addOrganization(String name) {
    OrgId org = new OrgId(ids.next());
    addOrg(org, name);
    addRoles(org);
    return org;
  }

  private DivisionId addOrg(OrgId org, String name) {
    Instant now = clock.instant();
    orgs.add(org, name, settings.defaultRegion(), now);
    Division starred = new Division(new DivisionId(ids.next()), "*", Division.Kind.STARRED);
    divisions.add(org, new DivisionEntry(starred, null), now);
    Division home = new Division(new DivisionId(ids.next()), "Home", Division.Kind.HOME);
    divisions.add(org, new DivisionEntry(home, null), now);
    return starred.id();
  }

  private Map<BuiltIn, Role> addRoles(OrgId org) {
    Map<BuiltIn, Role> made = builtInRoles();
    made.forEach((_, role) -> roles.add(org, role));
    return made;
  }

  private Map<BuiltIn, Role> builtInRoles() {
    Map<BuiltIn, Role> made = new EnumMap<>(BuiltIn.class);
    for (BuiltIn kind : BuiltIn.values()) {
      made.put(kind, new Role(ids.next(), kind.title(), null, true, kind.permissions(), 1));
    }
    return made;
  }

  private void addClient(
      OrgId org, FirstStartSettings.FirstClient first, UUID role, DivisionId starred) {
    Instant now = clock.instant();
    OAuthClient client =
        new OAuthClient(
            first.id(), ClientDraft.ofProgram("First client"), true, 1, now, null, now, null);
    clients.add(org, client, Secrets.hash(first.secret()));
    grants.add(org, List.of(new Grants.Grant(client.id(), role, starred)), now);
  }
}
