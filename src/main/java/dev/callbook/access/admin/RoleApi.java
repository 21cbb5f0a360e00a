package dev.callbook.access.admin;

import static dev.callbook.access.Permission.GRANT_ADD;
import static dev.callbook.access.Permission.ROLE_ADD;
import static dev.callbook.access.Permission.ROLE_DELETE;
import static dev.callbook.access.Permission.ROLE_EDIT;
import static dev.callbook.access.Permission.ROLE_VIEW;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Role;
import dev.callbook.access.Roles;
import dev.callbook.access.Scope;
import dev.callbook.access.admin.GrantJson.SubjectDivisions;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The public API's roles. Translates; decides nothing.
@Path(RoleJson.PATH)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoleApi {
  private final Roles roles;
  private final GrantAnswers answers;
  private final Caller caller;

  RoleApi(Roles roles, GrantAnswers answers, Caller caller) {
    this.roles = roles;
    this.answers = answers;
    this.caller = caller;
  }

  /// `getAuthorizationRoles`
  @GET
  @Requires(ROLE_VIEW)
  public Listing<RoleJson> list(
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("pageNumber") @Nullable String pageNumber,
      @QueryParam("sortBy") @Nullable String sortBy,
      @QueryParam("name") @Nullable String name,
      @QueryParam("permission") @Nullable List<String> permission,
      @QueryParam("id") @Nullable List<String> id,
      @QueryParam("userCount") @Nullable String userCount) {
    if (!Parse.isAbsent(sortBy) && !"name".equals(sortBy)) {
      throw new Invalid("sortBy", "invalid.value", "sortBy must be name.");
    }
    String part = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    Set<Permission> wanted = permissions(permission);
    Set<UUID> ids =
        Parse.list(id).stream().map(text -> Parse.id("id", text)).collect(Collectors.toSet());
    Scope scope = caller.scope();
    List<Role> found =
        roles.all(scope).stream()
            .filter(role -> role.name().toLowerCase(Locale.ROOT).contains(part))
            .filter(role -> role.permissions().containsAll(wanted))
            .filter(role -> ids.isEmpty() || ids.contains(role.id()))
            .toList();
    boolean isCounted = Flag.of("userCount", userCount, true);
    Map<UUID, Integer> users = isCounted ? roles.userCounts(scope) : Map.of();
    Link link =
        Link.to(RoleJson.PATH)
            .with("sortBy", sortBy)
            .with("name", name)
            .with("permission", String.join(",", Parse.list(permission)))
            .with("id", String.join(",", Parse.list(id)))
            .with("userCount", isCounted ? null : "false");
    return Paging.of(
        found,
        Paging.request(pageSize, pageNumber),
        link,
        role -> RoleJson.of(role, isCounted ? users.getOrDefault(role.id(), 0) : null));
  }

  private static Set<Permission> permissions(@Nullable List<String> sent) {
    return Parse.list(sent).stream()
        .map(name ->
            Permission.of(name)
                .orElseThrow(() ->
                    new Invalid("permission", "unknown", "There is no such permission here.")))
        .collect(Collectors.toSet());
  }

  /// `getAuthorizationRole`
  @GET
  @Path("{roleId}")
  @Requires(ROLE_VIEW)
  public RoleJson get(
      @PathParam("roleId") String id, @QueryParam("userCount") @Nullable String userCount) {
    boolean isCounted = Flag.of("userCount", userCount, true);
    Role role = roles.get(caller.scope(), id(id));
    return isCounted ? toJson(caller.scope(), role) : RoleJson.of(role, null);
  }

  private static UUID id(String text) {
    return Parse.id("roleId", text);
  }

  private RoleJson toJson(Scope scope, Role role) {
    return RoleJson.of(role, roles.userCounts(scope).getOrDefault(role.id(), 0));
  }

  /// `postAuthorizationRoles`
  @POST
  @Requires(ROLE_ADD)
  public RoleJson add(@Nullable RoleJson body) {
    RoleJson sent = Parse.body(body);
    return RoleJson.of(
        roles.add(
            caller.access(),
            caller.scope(),
            nameOf(sent),
            sent.description(),
            sent.toPermissions()),
        0);
  }

  private static String nameOf(RoleJson sent) {
    return sent.name() == null ? "" : sent.name();
  }

  /// `putAuthorizationRole`
  @PUT
  @Path("{roleId}")
  @Requires(ROLE_EDIT)
  public RoleJson replace(@PathParam("roleId") String id, @Nullable RoleJson body) {
    RoleJson sent = Parse.body(body);
    return correct(id, nameOf(sent), sent.description(), sent.toPermissions());
  }

  /// `patchAuthorizationRole`: what is not sent stays.
  @PATCH
  @Path("{roleId}")
  @Requires(ROLE_EDIT)
  public RoleJson patch(@PathParam("roleId") String id, @Nullable RoleJson body) {
    RoleJson sent = Parse.body(body);
    Role role = roles.get(caller.scope(), id(id));
    return correct(
        id,
        sent.name() == null ? role.name() : sent.name(),
        sent.description() == null ? role.description() : sent.description(),
        sent.namesPermissions() ? sent.toPermissions() : role.permissions());
  }

  private RoleJson correct(
      String id, String name, @Nullable String description, Set<Permission> permissions) {
    Scope scope = caller.scope();
    return toJson(
        scope,
        roles.correct(
            caller.access(), scope, id(id), Optional.empty(), name, description, permissions));
  }

  /// `deleteAuthorizationRole`
  @DELETE
  @Path("{roleId}")
  @Requires(ROLE_DELETE)
  public void remove(@PathParam("roleId") String id) {
    roles.remove(caller.scope(), id(id));
  }

  /// `postAuthorizationRole`: gives the role to each of the subjects in each of the divisions.
  @POST
  @Path("{roleId}")
  @Requires(GRANT_ADD)
  public void give(
      @PathParam("roleId") String id,
      @QueryParam("subjectType") @Nullable String subjectType,
      @Nullable SubjectDivisions body) {
    answers.checkSubjectType(subjectType);
    answers.giveToEach(id(id), Parse.body(body));
  }
}
