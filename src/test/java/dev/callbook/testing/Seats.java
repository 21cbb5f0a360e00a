package dev.callbook.testing;

import dev.callbook.access.Actor;
import dev.callbook.access.ClientDraft;
import dev.callbook.access.Clients;
import dev.callbook.access.Division;
import dev.callbook.access.Divisions;
import dev.callbook.access.FirstStart;
import dev.callbook.access.Grants;
import dev.callbook.access.Newcomers;
import dev.callbook.access.Newcomers.Newcomer;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Role;
import dev.callbook.access.Roles;
import dev.callbook.access.Scope;
import dev.callbook.access.SignIn;
import dev.callbook.testing.CallCentre.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;

/// Makes organizations of ours with agents in them, through the product's own rules.
@ApplicationScoped
public class Seats {
  private final FirstStart firstStart;
  private final Divisions divisions;
  private final Roles roles;
  private final Grants grants;
  private final Newcomers newcomers;
  private final Clients clients;
  private final SignIn signIn;

  Seats(
      FirstStart firstStart,
      Divisions divisions,
      Roles roles,
      Grants grants,
      Newcomers newcomers,
      Clients clients,
      SignIn signIn) {
    this.firstStart = firstStart;
    this.divisions = divisions;
    this.roles = roles;
    this.grants = grants;
    this.newcomers = newcomers;
    this.clients = clients;
    this.signIn = signIn;
  }

  /// An organization of its own for one test.
  public OrgId organization() {
    return firstStart.addOrganization("Brightwell Networks");
  }

  /// A centre whose switchboard may do everything.
  public CallCentre centre(OrgId org, URI root) {
    Clients.Issued client = clients.add(scope(org), ClientDraft.ofProgram("Switchboard"));
    grant(org, client.client().id(), "Admin", "*");
    return new CallCentre(
        root, CallCentre.token(root, client.client().id().toString(), client.secret()));
  }

  /// An agent who is signed in. @param names the divisions they work for, made where missing
  public Seat agent(OrgId org, String... names) {
    String email = "agent-" + UUID.randomUUID() + "@ours.example";
    Newcomer user = newcomers.add(scope(org), "Amara Okafor", email);
    for (String name : names) {
      grant(org, user.id(), "Agent", name);
    }
    return new Seat(user.id(), email, user.session());
  }

  /// A division's wire id; made where missing.
  public String division(OrgId org, String name) {
    return divisionNamed(org, name).wireId();
  }

  /// Ends an agent's session.
  public void signOut(OrgId org, Seat seat) {
    signIn.out(org, seat.session());
  }

  private void grant(OrgId org, UUID subject, String role, String division) {
    UUID id =
        roles.all(scope(org)).stream()
            .filter(each -> each.name().equals(role))
            .map(Role::id)
            .findFirst()
            .orElseThrow();
    grants.give(scope(org), subject, id, divisionNamed(org, division).id());
  }

  private Division divisionNamed(OrgId org, String name) {
    return divisions.all(org).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseGet(() -> divisions.add(scope(org), name));
  }

  private Scope scope(OrgId org) {
    return new Scope(
        org, new Actor.Itself(), Origin.SYSTEM, Permission.CONTACT_VIEW, divisions.all(org));
  }
}
