package dev.callbook.note;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.directory.Filter;
import dev.callbook.directory.ScanRange;
import dev.callbook.directory.Where;
import dev.callbook.platform.Instants;
import dev.callbook.wire.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Notes in SQL.
@ApplicationScoped
class NoteStore {
  private static final String COLUMNS =
      """
      select n.id, n.division_id, n.subject_kind, n.subject_id, n.note_text, n.author_kind, n.author_id,
             coalesce(u.name, k.name) as author_name, n.created_at, n.modified_at, n.version
      """;

  private static final String AUTHOR =
      """
        left join app_user u on u.org_id = n.org_id and u.id = n.author_id
        left join oauth_client k on k.org_id = n.org_id and k.id = n.author_id
      """;

  private static final String SELECT = COLUMNS + "  from note n\n" + AUTHOR;

  private final Jdbi jdbi;

  NoteStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Optional<Note> find(Scope scope, UUID id) {
    return byId(scope, id, "");
  }

  /// As [#find]; held for the rest of the transaction.
  Optional<Note> lock(Scope scope, UUID id) {
    return byId(scope, id, " for no key update of n");
  }

  private Optional<Note> byId(Scope scope, UUID id, String lock) {
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + " where n.org_id = :org and n.id = :id and n.division_id = any(:divisions)"
                    + lock)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("id", id)
            .map((row, _) -> toNote(row))
            .findOne());
  }

  NotePage of(Scope scope, NoteSubject subject, boolean oldestFirst, int offset, int maxRows) {
    String direction = oldestFirst ? "" : " desc";
    return jdbi.withHandle(db -> {
      List<Note> notes =
          db.createQuery(
                  SELECT
                      + """
                         where n.org_id = :org
                           and n.subject_id = :subject
                           and n.division_id = any(:divisions)
                      """
                      + " order by n.created_at"
                      + direction
                      + ", n.id"
                      + direction
                      + " offset :offset limit :max")
              .bind("org", scope.orgKey())
              .bind("divisions", scope.divisionKeys())
              .bind("subject", subject.id())
              .bind("offset", offset)
              .bind("max", maxRows)
              .map((row, _) -> toNote(row))
              .list();
      int counted =
          db.createQuery(
                  """
                  select count(*)
                    from (select 1
                            from note
                           where org_id = :org
                             and subject_id = :subject
                             and division_id = any(:divisions)
                           limit :window) as counted
                  """)
              .bind("org", scope.orgKey())
              .bind("divisions", scope.divisionKeys())
              .bind("subject", subject.id())
              .bind("window", PageRequest.WINDOW + 1)
              .mapTo(Integer.class)
              .one();
      return new NotePage(notes, counted);
    });
  }

  /// @param organizations where notes about organizations may be read as well
  List<Note> scan(
      Scope scope, Optional<Scope> organizations, ScanRange range, Filter<NoteField> filter) {
    Where where = Where.of(filter, NoteStore::piece);
    return jdbi.withHandle(db ->
        db.createQuery(
                COLUMNS
                    + ScanRange.DIVISIONS
                    + "(select r.* from note r"
                    + ScanRange.WITHIN
                    + """
                       and (r.subject_kind = 'contact' or r.division_id = any(:organizationDivisions))
                    """
                    + where.text()
                    + ScanRange.ORDER
                    + ") as n "
                    + AUTHOR
                    + " order by d.place, n.id limit :max")
            .bind("org", scope.orgKey())
            .bind("divisions", range.divisionKeys(scope))
            .bind(
                "organizationDivisions",
                organizations.map(Scope::divisionKeys).orElseGet(() -> new UUID[0]))
            .bind("after", range.afterId(scope))
            .bind("max", range.maxRows())
            .bindMap(where.values())
            .map((row, _) -> toNote(row))
            .list());
  }

  private static String piece(NoteField field) {
    return switch (field) {
      case DIVISION -> "r.division_id = any(cast({value} as uuid[]))";
      case SUBJECT_KIND -> "r.subject_kind = any({value})";
      case CREATED -> "r.created_at";
      case MODIFIED -> "r.modified_at";
    };
  }

  void insert(Scope scope, Note note) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                insert into note
                       (org_id, id, division_id, subject_kind, subject_id, note_text, author_kind, author_id,
                        created_at, modified_at, version)
                values (:org, :id, :division, :subjectKind, :subject, :text, :authorKind, :authorId, :created,
                        :modified, :version)
                """)
            .bind("org", scope.orgKey())
            .bind("id", note.id())
            .bind("division", note.division().value())
            .bind("subjectKind", note.subject().kind().word())
            .bind("subject", note.subject().id())
            .bind("text", note.text())
            .bind("authorKind", note.author().kind())
            .bind("authorId", note.author().id())
            .bind("created", note.createdAt())
            .bind("modified", note.modifiedAt())
            .bind("version", note.version())
            .execute());
  }

  void update(Scope scope, Note note) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                update note
                   set note_text = :text, modified_at = :modified, version = :version
                 where org_id = :org and id = :id and division_id = any(:divisions)
                """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("id", note.id())
            .bind("text", note.text())
            .bind("modified", note.modifiedAt())
            .bind("version", note.version())
            .execute());
  }

  void remove(Scope scope, UUID id) {
    jdbi.useHandle(db ->
        db.createUpdate(
                "delete from note where org_id = :org and id = :id and division_id = any(:divisions)")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("id", id)
            .execute());
  }

  private static Note toNote(ResultSet row) throws SQLException {
    return new Note(
        row.getObject("id", UUID.class),
        new DivisionId(row.getObject("division_id", UUID.class)),
        new NoteSubject(
            NoteSubject.Kind.ofWord(row.getString("subject_kind")),
            row.getObject("subject_id", UUID.class)),
        row.getString("note_text"),
        new Note.Author(
            row.getString("author_kind"),
            row.getObject("author_id", UUID.class),
            row.getString("author_name")),
        Instants.read(row, "created_at"),
        Instants.read(row, "modified_at"),
        row.getInt("version"));
  }
}
