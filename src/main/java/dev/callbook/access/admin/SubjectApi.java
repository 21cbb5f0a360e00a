package dev.callbook.access.admin;

import static dev.callbook.access.Permission.GRANT_ADD;
import static dev.callbook.access.Permission.GRANT_DELETE;
import static dev.callbook.access.Permission.GRANT_VIEW;

import dev.callbook.access.Caller;
import dev.callbook.access.Grants;
import dev.callbook.access.OrgId;
import dev.callbook.access.Requires;
import dev.callbook.access.SignedIn;
import dev.callbook.access.admin.GrantJson.RoleDivisions;
import dev.callbook.access.admin.GrantJson.SubjectJson;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.TooMany;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who holds which role where. A subject is a user or a client.
@Path("/api/v2/authorization/subjects")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SubjectApi {
  private static final int MOST_COUNTED = 100;

  private final Grants grants;
  private final GrantAnswers answers;
  private final Caller caller;

  SubjectApi(Grants grants, GrantAnswers answers, Caller caller) {
    this.grants = grants;
    this.answers = answers;
    this.caller = caller;
  }

  /// `getAuthorizationSubject`: there are no groups, so `includeDuplicates` changes nothing.
  @GET
  @Path("{subjectId}")
  @Requires(GRANT_VIEW)
  public SubjectJson get(@PathParam("subjectId") String id) {
    return toJson(id(id));
  }

  private static UUID id(String text) {
    return Parse.id("subjectId", text);
  }

  private SubjectJson toJson(UUID id) {
    OrgId org = caller.access().org();
    return SubjectJson.of(
        id.toString(),
        grants.nameOf(org, id),
        grants.of(org, id).stream().map(GrantJson::of).toList());
  }

  /// `getAuthorizationSubjectsMe`
  @GET
  @Path("me")
  @SignedIn("what the caller themselves may do")
  public SubjectJson mine() {
    UUID id = caller.access().actor().idOrNull();
    if (id == null) {
      throw new IllegalStateException("only users and clients hold tokens");
    }
    return toJson(id);
  }

  /// `getAuthorizationSubjectsRolecounts`
  @GET
  @Path("rolecounts")
  @Requires(GRANT_VIEW)
  public Map<String, Integer> roleCounts(@QueryParam("id") @Nullable List<String> ids) {
    List<UUID> asked = Parse.list(ids).stream().map(id -> Parse.id("id", id)).toList();
    if (asked.size() > MOST_COUNTED) {
      throw new TooMany("id", MOST_COUNTED);
    }
    Map<UUID, Integer> counted = grants.roleCounts(caller.scope(), asked);
    Map<String, Integer> counts = new TreeMap<>();
    asked.forEach(id -> counts.put(id.toString(), counted.getOrDefault(id, 0)));
    return counts;
  }

  /// `postAuthorizationSubjectBulkadd`
  @POST
  @Path("{subjectId}/bulkadd")
  @Requires(GRANT_ADD)
  public void giveSeveral(
      @PathParam("subjectId") String id,
      @QueryParam("subjectType") @Nullable String subjectType,
      @Nullable RoleDivisions body) {
    answers.checkSubjectType(subjectType);
    grants.nameOf(caller.access().org(), id(id));
    answers.give(answers.of(id(id), Parse.body(body)));
  }

  /// `postAuthorizationSubjectBulkremove`
  @POST
  @Path("{subjectId}/bulkremove")
  @Requires(GRANT_DELETE)
  public void takeSeveral(@PathParam("subjectId") String id, @Nullable RoleDivisions body) {
    grants.nameOf(caller.access().org(), id(id));
    answers.take(answers.of(id(id), Parse.body(body)));
  }

  /// `postAuthorizationSubjectBulkreplace`
  @POST
  @Path("{subjectId}/bulkreplace")
  @Requires(
      value = {GRANT_ADD, GRANT_DELETE},
      mode = Requires.Mode.ALL)
  public void replaceAll(
      @PathParam("subjectId") String id,
      @QueryParam("subjectType") @Nullable String subjectType,
      @Nullable RoleDivisions body) {
    answers.checkSubjectType(subjectType);
    grants.nameOf(caller.access().org(), id(id));
    answers.replace(id(id), answers.of(id(id), Parse.body(body)));
  }

  /// `postAuthorizationSubjectDivisionRole`
  @POST
  @Path("{subjectId}/divisions/{divisionId}/roles/{roleId}")
  @Requires(GRANT_ADD)
  public void give(
      @PathParam("subjectId") String id,
      @PathParam("divisionId") String division,
      @PathParam("roleId") String role,
      @QueryParam("subjectType") @Nullable String subjectType) {
    answers.checkSubjectType(subjectType);
    answers.give(List.of(answers.one(id, division, role)));
  }

  /// `deleteAuthorizationSubjectDivisionRole`
  @DELETE
  @Path("{subjectId}/divisions/{divisionId}/roles/{roleId}")
  @Requires(GRANT_DELETE)
  public void take(
      @PathParam("subjectId") String id,
      @PathParam("divisionId") String division,
      @PathParam("roleId") String role) {
    answers.take(List.of(answers.one(id, division, role)));
  }
}
