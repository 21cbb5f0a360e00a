package dev.callbook.access.admin;

import dev.callbook.access.Caller;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Divisions;
import dev.callbook.access.Grants;
import dev.callbook.access.Grants.Grant;
import dev.callbook.access.OrgId;
import dev.callbook.access.admin.GrantJson.RoleDivision;
import dev.callbook.access.admin.GrantJson.RoleDivisions;
import dev.callbook.access.admin.GrantJson.SubjectDivisions;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.TooMany;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What requests say of grants, and doing it.
@ApplicationScoped
class GrantAnswers {
  private static final int MOST = 100;

  /// Users and clients; groups there are none.
  private static final Set<String> SUBJECT_TYPES = Set.of("PC_USER", "PC_OAUTH_CLIENT");

  private final Grants grants;
  private final Divisions divisions;
  private final Caller caller;

  GrantAnswers(Grants grants, Divisions divisions, Caller caller) {
    this.grants = grants;
    this.divisions = divisions;
    this.caller = caller;
  }

  /// What kind a subject is follows from its id; the kind only has to be one.
  ///
  /// @throws Invalid naming `subjectType`
  void checkSubjectType(@Nullable String type) {
    if (!Parse.isAbsent(type) && !SUBJECT_TYPES.contains(String.valueOf(type).strip())) {
      throw new Invalid(
          "subjectType", "invalid.value", "subjectType must be PC_USER or PC_OAUTH_CLIENT.");
    }
  }

  /// @throws Invalid naming what is no id
  Grant one(String subject, String division, String role) {
    return new Grant(
        Parse.id("subjectId", subject), Parse.id("roleId", role), division("divisionId", division));
  }

  private DivisionId division(String field, @Nullable String text) {
    OrgId org = caller.access().org();
    return DivisionIds.parse(divisions, org, field, text);
  }

  /// @throws Invalid naming what is missing or no id
  /// @throws TooMany above 100
  List<Grant> of(UUID subject, RoleDivisions body) {
    List<@Nullable RoleDivision> sent = items("grants", body.grants());
    List<Grant> read = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      RoleDivision item = Objects.requireNonNullElse(sent.get(i), new RoleDivision(null, null));
      String field = "grants[" + i + "].";
      read.add(
          new Grant(
              subject,
              Parse.id(field + "roleId", Objects.requireNonNullElse(item.roleId(), "")),
              division(field + "divisionId", item.divisionId())));
    }
    return read.stream().distinct().toList();
  }

  private static <T> List<@Nullable T> items(String field, @Nullable List<@Nullable T> sent) {
    if (sent == null) {
      throw new Invalid(field, "required", field + " is missing.");
    }
    if (sent.size() > MOST) {
      throw new TooMany(field, MOST);
    }
    return sent;
  }

  void give(List<Grant> wanted) {
    grants.give(caller.access(), caller.scope(), wanted);
  }

  void take(List<Grant> unwanted) {
    grants.take(caller.scope(), unwanted);
  }

  void replace(UUID subject, List<Grant> wanted) {
    grants.replace(caller.access(), caller.scope(), subject, wanted);
  }

  /// @throws Invalid naming what is missing or no id
  /// @throws TooMany above 100 subjects or divisions
  void giveToEach(UUID role, SubjectDivisions body) {
    List<@Nullable String> subjects = items("subjectIds", body.subjectIds());
    List<@Nullable String> places = items("divisionIds", body.divisionIds());
    List<Grant> wanted = new ArrayList<>();
    for (String subject : subjects) {
      UUID id = Parse.id("subjectIds", Objects.requireNonNullElse(subject, ""));
      for (String place : places) {
        wanted.add(new Grant(id, role, division("divisionIds", place)));
      }
    }
    give(wanted.stream().distinct().toList());
  }
}
