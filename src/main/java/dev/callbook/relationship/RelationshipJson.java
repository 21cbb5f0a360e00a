package dev.callbook.relationship;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Scope;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.References.EntityRef;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.wire.Among;
import dev.callbook.wire.Bulk;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A relationship on the wire. Source: model `Relationship`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelationshipJson(
    @Nullable String id,
    @Nullable DivisionJson division,
    @Nullable UserJson user,
    @Nullable EntityRef externalOrganization,
    @Nullable String relationship,
    @Nullable List<Object> externalDataSources,
    @Nullable String selfUri)
    implements Bulk.Identified {
  static final String PATH = "/api/v2/externalcontacts/relationships";

  /// Of model `User`, what a relationship shows. Only `id` is read.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UserJson(
      @Nullable String id,
      @Nullable String name,
      @Among(
              value = {"active", "inactive"},
              isAnswered = true)
          @Nullable String state,
      @Nullable String selfUri) {
    static UserJson of(Relationship.Person person) {
      return new UserJson(
          person.id().toString(),
          person.name(),
          person.active() ? "active" : "inactive",
          "/api/v2/users/" + person.id());
    }
  }

  public static RelationshipJson of(Scope scope, Relationship relationship, Set<String> expand) {
    UUID organization = relationship.organization().value();
    return new RelationshipJson(
        relationship.id().toString(),
        DivisionJson.of(scope, relationship.division()),
        UserJson.of(relationship.person()),
        new EntityRef(organization.toString(), OrganizationJson.PATH + "/" + organization),
        relationship.text(),
        expand.contains("externalDataSources") ? List.of() : null,
        PATH + "/" + relationship.id());
  }

  /// @throws dev.callbook.wire.Refusal.Invalid naming every field whose rule is broken
  RelationshipDraft draft() {
    return RelationshipDraft.of(
        externalOrganization == null ? null : externalOrganization.id(),
        user == null ? null : user.id(),
        relationship,
        DivisionJson.idOf(division));
  }
}
