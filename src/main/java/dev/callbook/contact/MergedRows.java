package dev.callbook.contact;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.callbook.access.DivisionId;
import dev.callbook.directory.Rows;
import dev.callbook.platform.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Contacts that were merged into others, to rows and back.
@ApplicationScoped
class MergedRows {
  /// The members of the tree of a row `m`, but its head: each with what it was merged into.
  static final String MEMBERS =
      """
      select json_agg(json_build_array(s.id, s.merged_to))
        from merged_contact s
       where s.org_id = m.org_id and s.canonical_id = m.canonical_id\
      """;

  static final String INSERT =
      """
      insert into merged_contact
             (org_id, id, division_id, canonical_id, merged_to, merged_at, type, details,
              external_organization_id, created_at, modified_at, version)
      select :org, r."id", r."division", :into, :into, :now, r."type", r."details", r."organization",
             r."createdAt", r."modifiedAt", r."version"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("id" uuid, "division" uuid, "type" text, "details" jsonb, "organization" uuid,
              "createdAt" timestamptz, "modifiedAt" timestamptz, "version" integer)
       where r."division" = any(:divisions)
      """;

  private record MergedRow(
      UUID id,
      UUID division,
      ContactType type,
      ContactDetails details,
      @Nullable UUID organization,
      Instant createdAt,
      Instant modifiedAt,
      int version) {}

  /// A member of a tree and what it was merged into, as the aggregate returns it.
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private record Merge(UUID member, UUID into) {}

  private final Rows json;

  MergedRows(Rows json) {
    this.json = json;
  }

  String write(List<Contact> contacts) {
    return json.write(
        contacts.stream()
            .map(contact ->
                new MergedRow(
                    contact.id().value(),
                    contact.division().value(),
                    contact.type(),
                    contact.details(),
                    contact.details().organization(),
                    contact.createdAt(),
                    contact.modifiedAt(),
                    contact.version()))
            .toList());
  }

  Contact read(ResultSet row) throws SQLException {
    ContactId canonical = new ContactId(row.getObject("canonical_id", UUID.class));
    return new Contact(
        new ContactId(row.getObject("id", UUID.class)),
        new DivisionId(row.getObject("division_id", UUID.class)),
        ContactType.valueOf(row.getString("type")),
        Objects.requireNonNull(json.read(row.getString("details"), ContactDetails.class)),
        row.getInt("version"),
        Instants.read(row, "created_at"),
        Instants.read(row, "modified_at"),
        mergeSet(json, canonical, row.getString("merge_set")));
  }

  /// @param members what [#MEMBERS] returned; null for a contact that was never merged
  static MergeSet mergeSet(Rows json, ContactId canonical, @Nullable String members) {
    if (members == null) {
      return MergeSet.alone(canonical);
    }
    Map<ContactId, ContactId> mergedTo = new LinkedHashMap<>();
    json.readList(members, Merge[].class)
        .forEach(merge -> mergedTo.put(new ContactId(merge.member()), new ContactId(merge.into())));
    return new MergeSet(canonical, mergedTo);
  }
}
