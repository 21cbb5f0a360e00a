package dev.callbook.note;

import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.directory.Filter;
import dev.callbook.directory.Rows;
import dev.callbook.directory.ScanRange;
import dev.callbook.directory.Where;
import dev.callbook.platform.Instants;
import dev.callbook.wire.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Notes in SQL. Every write takes a set of them and one statement.
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

  private static final String ROWS =
      """
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             ("id" uuid, "division" uuid, "subjectKind" text, "subject" uuid, "text" text, "authorKind" text,
              "authorId" uuid, "createdAt" timestamptz, "modifiedAt" timestamptz, "version" integer)
      """;
  private static final String SELECT = COLUMNS + "  from note n\n" + AUTHOR;

  private record Row(
      UUID id,
      UUID division,
      String subjectKind,
      UUID subject,
      String text,
      String authorKind,
      @Nullable UUID authorId,
      Instant createdAt,
      Instant modifiedAt,
      int version) {
    static Row of(Note note) {
      return new Row(
          note.id(),
          note.division().value(),
          note.subject().kind().word(),
          note.subject().id(),
          note.text(),
          note.author().kind(),
          note.author().id(),
          note.createdAt(),
          note.modifiedAt(),
          note.version());
    }
  }

  private final Jdbi jdbi;
  private final Rows json;

  NoteStore(Jdbi jdbi, Rows json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  List<Note> find(Scope scope, Collection<UUID> ids) {
    return byId(scope, ids, "");
  }

  /// As [#find]; held for the rest of the transaction.
  List<Note> lock(Scope scope, Collection<UUID> ids) {
    return byId(scope, ids, " order by n.id for no key update of n");
  }

  /// All notes of some records; held for the rest of the transaction.
  List<Note> lockOf(Scope scope, Collection<UUID> subjects) {
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + """
                     where n.org_id = :org and n.subject_id = any(:subjects) and n.division_id = any(:divisions)
                     order by n.id for no key update of n
                    """)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("subjects", subjects.toArray(UUID[]::new))
            .map((row, _) -> toNote(row))
            .list());
  }

  private List<Note> byId(Scope scope, Collection<UUID> ids, String lock) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(db ->
        db.createQuery(
                SELECT
                    + " where n.org_id = :org and n.id = any(:ids) and n.division_id = any(:divisions)"
                    + lock)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", ids.toArray(UUID[]::new))
            .map((row, _) -> toNote(row))
            .list());
  }

  /// Reads one ordered index range for each record and merges them.
  NotePage of(Scope scope, List<UUID> subjects, boolean oldestFirst, int offset, int maxRows) {
    String order =
        oldestFirst ? " order by n.created_at, n.id" : " order by n.created_at desc, n.id desc";
    UUID[] keys = subjects.toArray(UUID[]::new);
    return jdbi.withHandle(db -> {
      List<Note> notes =
          db.createQuery(
                  COLUMNS
                      + """
                        from (select near.*
                                from unnest(cast(:subjects as uuid[])) as s (subject_id)
                               cross join lateral (
                                     select n.*
                                       from note n
                                      where n.org_id = :org
                                        and n.subject_id = s.subject_id
                                        and n.division_id = any(:divisions)
                      """
                      + order
                      + " limit :deep) as near) as n "
                      + AUTHOR
                      + order
                      + " offset :offset limit :max")
              .bind("org", scope.orgKey())
              .bind("divisions", scope.divisionKeys())
              .bind("subjects", keys)
              .bind("deep", offset + maxRows)
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
                             and subject_id = any(:subjects)
                             and division_id = any(:divisions)
                           limit :window) as counted
                  """)
              .bind("org", scope.orgKey())
              .bind("divisions", scope.divisionKeys())
              .bind("subjects", keys)
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

  /// Lets all notes of one record be another's.
  ///
  /// @return them as they were
  List<Note> handOn(Scope scope, NoteSubject from, NoteSubject to) {
    return jdbi.withHandle(db -> {
      List<Note> handed =
          db.createQuery(
                  SELECT
                      + """
                         where n.org_id = :org
                           and n.subject_id = :from
                           and n.division_id = any(:divisions)
                         order by n.id
                           for no key update of n
                      """)
              .bind("org", scope.orgKey())
              .bind("divisions", scope.divisionKeys())
              .bind("from", from.id())
              .map((row, _) -> toNote(row))
              .list();
      db.createUpdate(
              """
              update note
                 set subject_id = :to, version = version + 1
               where org_id = :org and subject_id = :from and division_id = any(:divisions)
              """)
          .bind("org", scope.orgKey())
          .bind("divisions", scope.divisionKeys())
          .bind("from", from.id())
          .bind("to", to.id())
          .execute();
      return handed;
    });
  }

  private static String piece(NoteField field) {
    return switch (field) {
      case DIVISION -> "r.division_id = any(cast({value} as uuid[]))";
      case SUBJECT_KIND -> "r.subject_kind = any({value})";
      case CREATED -> "r.created_at";
      case MODIFIED -> "r.modified_at";
    };
  }

  void insert(Scope scope, List<Note> notes) {
    write(
        scope,
        notes,
        """
        insert into note
               (org_id, id, division_id, subject_kind, subject_id, note_text, author_kind, author_id, created_at,
                modified_at, version)
        select :org, r."id", r."division", r."subjectKind", r."subject", r."text", r."authorKind", r."authorId",
               r."createdAt", r."modifiedAt", r."version"
        """
            + ROWS
            + " where r.\"division\" = any(:divisions)");
  }

  /// Replaces texts. The notes must be locked.
  void update(Scope scope, List<Note> notes) {
    write(
        scope,
        notes,
        """
        update note n
           set note_text = r."text", modified_at = r."modifiedAt", version = r."version"
        """
            + ROWS
            + " where n.org_id = :org and n.id = r.\"id\" and n.division_id = any(:divisions)");
  }

  private void write(Scope scope, List<Note> notes, String statement) {
    if (notes.isEmpty()) {
      return;
    }
    jdbi.useHandle(db ->
        db.createUpdate(statement)
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("rows", json.write(notes.stream().map(Row::of).toList()))
            .execute());
  }

  void remove(Scope scope, Collection<UUID> ids) {
    jdbi.useHandle(db ->
        db.createUpdate(
                "delete from note where org_id = :org and id = any(:ids) and division_id = any(:divisions)")
            .bind("org", scope.orgKey())
            .bind("divisions", scope.divisionKeys())
            .bind("ids", ids.toArray(UUID[]::new))
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
