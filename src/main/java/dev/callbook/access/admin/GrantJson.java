package dev.callbook.access.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.callbook.access.Grants.Held;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A grant on the wire. Source: model `AuthzGrant`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantJson(
    String subjectId,
    AuthzDivisionJson division,
    GrantedRoleJson role,
    @Nullable Instant grantMadeAt) {
  /// What a subject holds. Source: model `AuthzSubject`.
  public record SubjectJson(String id, String name, List<GrantJson> grants, String selfUri) {
    static SubjectJson of(String id, String name, List<GrantJson> grants) {
      return new SubjectJson(id, name, grants, "/api/v2/authorization/subjects/" + id);
    }
  }

  /// Source: model `AuthzGrantRole`.
  public record GrantedRoleJson(
      String id,
      String name,
      List<GrantedPolicyJson> policies,
      @JsonProperty("default") boolean isDefault,
      String selfUri) {}

  /// Source: model `AuthzGrantPolicy`.
  public record GrantedPolicyJson(
      List<@Nullable String> actions, @Nullable String domain, @Nullable String entityName) {}

  /// Roles of one subject. Source: model `RoleDivisionGrants`.
  public record RoleDivisions(@Nullable List<@Nullable RoleDivision> grants) {}

  /// A role in a division; the starred one is `*`. Source: model `RoleDivisionPair`.
  public record RoleDivision(@Nullable String roleId, @Nullable String divisionId) {}

  /// One role for several subjects. Source: model `SubjectDivisions`.
  public record SubjectDivisions(
      @Nullable List<@Nullable String> subjectIds, @Nullable List<@Nullable String> divisionIds) {}

  static GrantJson of(Held held) {
    return new GrantJson(
        held.subject().toString(),
        AuthzDivisionJson.of(held.division()),
        new GrantedRoleJson(
            held.roleId().toString(),
            held.roleName(),
            RoleJson.policies(held.permissions()).stream()
                .map(policy ->
                    new GrantedPolicyJson(
                        policy.actionSet() == null ? List.of() : policy.actionSet(),
                        policy.domain(),
                        policy.entityName()))
                .toList(),
            held.builtIn(),
            RoleJson.PATH + "/" + held.roleId()),
        held.grantedAt());
  }
}
