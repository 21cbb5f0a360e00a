package dev.callbook.directory;

import dev.callbook.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The words of names in SQL. They belong to the organization, not to a division: a word alone says
/// nothing of who bears it, and the search it leads to stays within the scope.
@ApplicationScoped
class VocabularyStore {
  /// Words that may share one neighbour; beyond it the rest is left out.
  private static final int MAX_NEIGHBOURS = 1000;

  private static final String INSERT =
      """
      insert into search_word (org_id, word, neighbours)
      select :org, "word", "neighbours"
        from jsonb_to_recordset(cast(:rows as jsonb)) as r ("word" text, "neighbours" integer[])
          on conflict do nothing
      """;

  private record WordRow(String word, List<Integer> neighbours) {}

  private final Jdbi jdbi;
  private final Rows rows;

  VocabularyStore(Jdbi jdbi, Rows rows) {
    this.jdbi = jdbi;
    this.rows = rows;
  }

  void add(Scope scope, Collection<String> words) {
    // In one order, so that two writers never wait for each other in a circle.
    String written =
        rows.write(
            words.stream()
                .distinct()
                .sorted()
                .map(word ->
                    new WordRow(
                        word,
                        Arrays.stream(Spelling.neighbours(scope.orgKey(), word)).boxed().toList()))
                .toList());
    jdbi.useHandle(db -> Rows.insertIfAny(db, scope, written, INSERT));
  }

  /// A word is in use if a name begins with it, or a phrase does: every word of a name begins its
  /// key, its surname key or a phrase.
  void removeUnused(Scope scope, Collection<String> words) {
    jdbi.useHandle(db ->
        db.createUpdate(
                """
                delete from search_word w
                 where w.org_id = :org
                   and w.word = any(:words)
                   and not exists (
                       select 1
                         from division d
                        cross join lateral (
                              (select 1 from contact c
                                where c.org_id = :org and c.division_id = d.id
                                  and c.name_key >= w.word and c.name_key < w.word || '!'
                                limit 1)
                              union all
                              (select 1 from contact c
                                where c.org_id = :org and c.division_id = d.id
                                  and c.surname_key >= w.word and c.surname_key < w.word || '!'
                                limit 1)
                              union all
                              (select 1 from contact_phrase p
                                where p.org_id = :org and p.division_id = d.id
                                  and p.phrase >= w.word and p.phrase < w.word || '!'
                                limit 1)
                              union all
                              (select 1 from organization o
                                where o.org_id = :org and o.division_id = d.id
                                  and o.name_key >= w.word and o.name_key < w.word || '!'
                                limit 1)
                              union all
                              (select 1 from organization_phrase p
                                where p.org_id = :org and p.division_id = d.id
                                  and p.phrase >= w.word and p.phrase < w.word || '!'
                                limit 1)) as bearer
                        where d.org_id = :org)
                """)
            .bind("org", scope.orgKey())
            .bind("words", words.toArray(String[]::new))
            .execute());
  }

  /// The next words in their order.
  List<String> after(Scope scope, String word, int maxWords) {
    return jdbi.withHandle(db ->
        db.createQuery(
                "select word from search_word where org_id = :org and word > :word order by word limit :max")
            .bind("org", scope.orgKey())
            .bind("word", word)
            .bind("max", maxWords)
            .mapTo(String.class)
            .list());
  }

  long count(Scope scope) {
    return jdbi.withHandle(db ->
        db.createQuery("select count(*) from search_word where org_id = :org")
            .bind("org", scope.orgKey())
            .mapTo(Long.class)
            .one());
  }

  List<String> completing(Scope scope, String beginning, int maxWords) {
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                select word
                  from search_word
                 where org_id = :org
                   and word >= :from and word < :to
                 order by word
                 limit :max
                """)
            .bind("org", scope.orgKey())
            .bind("from", beginning)
            .bind("to", beginning + Character.toString(Character.MAX_CODE_POINT))
            .bind("max", maxWords)
            .mapTo(String.class)
            .list());
  }

  List<String> neighbours(Scope scope, String typed) {
    // By the neighbours alone, in which the organization is mixed: the planner must not read all of
    // its words to narrow them.
    return jdbi.withHandle(db ->
        db.createQuery(
                """
                with near as materialized (
                     select org_id, word
                       from search_word
                      where neighbours && cast(:neighbours as integer[]))
                select word from near where org_id = :org limit :max
                """)
            .bind("org", scope.orgKey())
            .bind("neighbours", Spelling.neighbours(scope.orgKey(), typed))
            .bind("max", MAX_NEIGHBOURS)
            .mapTo(String.class)
            .list());
  }
}
