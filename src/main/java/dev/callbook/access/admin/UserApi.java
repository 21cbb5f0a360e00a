package dev.callbook.access.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Access;
import dev.callbook.access.Actor;
import dev.callbook.access.Caller;
import dev.callbook.access.Division;
import dev.callbook.access.Divisions;
import dev.callbook.access.Grants;
import dev.callbook.access.OrgId;
import dev.callbook.access.Orgs;
import dev.callbook.access.SignedIn;
import dev.callbook.access.User;
import dev.callbook.access.Users;
import dev.callbook.access.admin.OrganizationsApi.OurOrganizationJson;
import dev.callbook.wire.Among;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Users, as their colleagues' programs see them.
@Path("/api/v2/users")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UserApi {
  /// All that the original knows. Only `authorization` and `organization` have something to show
  /// here; the others show nothing.
  private static final Set<String> EXPAND =
      Set.of(
          """
          routingStatus presence integrationPresence conversationSummary outOfOffice geolocation station
          authorization lasttokenissued authorization.unusedRoles team workPlanBidRanks externalContactsSettings
          groups customAttributes profileSkills certifications locations skills languages languagePreference
          employerInfo biography dateLastLogin dateWelcomeSent date geolocationsettings organization
          presencedefinitions divisionedpresencedefinitions locationdefinitions orgauthorization orgproducts
          favorites superiors directreports adjacents routingskills routinglanguages fieldconfigs token trustors
          logCapture autoanswersettings
          """
              .strip()
              .split("\\s+"));

  /// A user. Source: models `User` and `UserMe`, the fields that there is something to say in.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UserJson(
      String id,
      String name,
      AuthzDivisionJson division,
      String email,
      String username,
      @Among({"active", "inactive"}) String state,
      int version,
      @Nullable AuthorizationJson authorization,
      @Nullable OurOrganizationJson organization,
      String selfUri) {}

  /// What a user may do. Source: model `UserAuthorization`.
  public record AuthorizationJson(List<RoleRefJson> roles, List<String> permissions) {}

  /// A role by id and name.
  public record RoleRefJson(String id, String name) {}

  private final Users users;
  private final Divisions divisions;
  private final Grants grants;
  private final Orgs orgs;
  private final Caller caller;

  UserApi(Users users, Divisions divisions, Grants grants, Orgs orgs, Caller caller) {
    this.users = users;
    this.divisions = divisions;
    this.grants = grants;
    this.orgs = orgs;
    this.caller = caller;
  }

  /// `getUsersMe`: for tokens that act for a user.
  @GET
  @Path("me")
  @SignedIn("everyone may know who they are")
  public UserJson me(@QueryParam("expand") @Nullable List<String> expand) {
    Set<String> wanted = Parse.expand(expand, EXPAND);
    Access access = caller.access();
    if (!(access.actor() instanceof Actor.User(UUID id, String _))) {
      throw new Invalid(
          "Authorization",
          "invalid.value",
          "This needs the token of a user; a client that acts for itself is none.");
    }
    return toJson(access.org(), users.get(access.org(), id), wanted);
  }

  /// `getUser`
  @GET
  @Path("{userId}")
  @SignedIn("every colleague may know who somebody is")
  public UserJson get(
      @PathParam("userId") String userId,
      @QueryParam("expand") @Nullable List<String> expand,
      @QueryParam("state") @Nullable String state) {
    OrgId org = caller.access().org();
    UUID id = Parse.id("userId", userId);
    Set<String> wanted = Parse.expand(expand, EXPAND);
    if (!Parse.isAbsent(state) && !Set.of("active", "deleted").contains(String.valueOf(state))) {
      throw new Invalid("state", "invalid.value", "state must be active or deleted.");
    }
    User user = users.get(org, id);
    // Users are deactivated here, and never deleted.
    if ("deleted".equals(state)) {
      throw new NotFound("user", id);
    }
    return toJson(org, user, wanted);
  }

  private UserJson toJson(OrgId org, User user, Set<String> expand) {
    return new UserJson(
        user.id().toString(),
        user.name(),
        AuthzDivisionJson.of(home(org)),
        user.email(),
        user.email(),
        user.active() ? "active" : "inactive",
        user.version(),
        expand.contains("authorization") ? authorization(org, user) : null,
        expand.contains("organization") ? OurOrganizationJson.of(orgs.get(org)) : null,
        "/api/v2/users/" + user.id());
  }

  /// Users belong to no division of their own.
  private Division home(OrgId org) {
    return divisions.all(org).stream()
        .filter(division -> division.kind() == Division.Kind.HOME)
        .findFirst()
        .orElseThrow();
  }

  private AuthorizationJson authorization(OrgId org, User user) {
    List<Grants.Held> held = grants.of(org, user.id());
    return new AuthorizationJson(
        held.stream()
            .map(grant -> new RoleRefJson(grant.roleId().toString(), grant.roleName()))
            .distinct()
            .toList(),
        held.stream()
            .flatMap(grant -> grant.permissions().stream())
            .map(permission -> permission.value())
            .distinct()
            .sorted()
            .toList());
  }
}
