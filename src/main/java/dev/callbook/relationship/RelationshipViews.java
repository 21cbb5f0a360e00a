package dev.callbook.relationship;

import dev.callbook.access.Scope;
import dev.callbook.access.User;
import dev.callbook.access.Users;
import dev.callbook.organization.OrganizationHeader;
import dev.callbook.organization.OrganizationId;
import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Pager;
import dev.callbook.wire.PageRequest;
import dev.callbook.wire.Parse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the page of an organization's relationships together.
@ApplicationScoped
class RelationshipViews {
  private static final int ROWS = 25;

  private final Relationships relationships;
  private final Users users;

  RelationshipViews(Relationships relationships, Users users) {
    this.relationships = relationships;
    this.users = users;
  }

  /// What was posted and refused.
  ///
  /// @param row the relationship that was to change; null for a new one
  record Refused(@Nullable String row, String user, String text, FormErrors errors) {
    static final Refused NOTHING = new Refused(null, "", "", FormErrors.none());
  }

  static String path(String organization) {
    return "/organizations/" + organization + "/relationships";
  }

  /// @param number counts from 1; absent for the newest
  RelationshipsView view(
      Scope scope, OrganizationHeader header, @Nullable String number, Refused refused) {
    int page = Parse.number("page", number, 1, 1, PageRequest.WINDOW / ROWS);
    RelationshipPage found =
        relationships.of(
            scope,
            OrganizationId.parse("id", header.id()),
            new RelationshipQuery(RelationshipQuery.Sort.CREATED, true, (page - 1) * ROWS, ROWS));
    String path = path(header.id());
    boolean hasMore = page * ROWS < Math.min(found.counted(), PageRequest.WINDOW);
    return new RelationshipsView(
        path,
        page,
        found.relationships().stream().map(one -> row(one, refused)).toList(),
        new Pager(
            "",
            page > 1 ? path + "?page=" + (page - 1) : null,
            hasMore ? path + "?page=" + (page + 1) : null),
        header.mayEdit(),
        header.mayEdit() ? people(scope, refused.user()) : List.of(),
        refused.row() == null ? refused.text() : "",
        refused.errors());
  }

  private static RelationshipsView.Row row(Relationship relationship, Refused refused) {
    String id = relationship.id().toString();
    return new RelationshipsView.Row(
        id,
        relationship.person().id().toString(),
        relationship.person().name(),
        relationship.person().active(),
        id.equals(refused.row()) ? refused.text() : relationship.text());
  }

  private List<Choice> people(Scope scope, String chosen) {
    return users.all(scope).stream()
        .filter(User::active)
        .map(user ->
            new Choice(user.id().toString(), user.name(), user.id().toString().equals(chosen)))
        .toList();
  }
}
