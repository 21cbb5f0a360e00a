package dev.callbook.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;

/// Makes the things other people's libraries give us injectable.
class Producers {
  /// The only source of time: UTC in whole milliseconds. The wire shows milliseconds and the
  /// database keeps microseconds; with a finer clock, what a caller reads back would differ from
  /// what is stored.
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  /// Takes its connections from the pool, so that within `@Transactional` every statement joins the
  /// transaction. Arrays of `UUID` and `String` bind and read as they are. `jsonb` travels as a
  /// `String`: written by `cast(:details as jsonb)`, read as a plain column.
  @Produces
  @Singleton
  Jdbi jdbi(DataSource pool) {
    Jdbi jdbi =
        Jdbi.create(pool)
            .installPlugin(new PostgresPlugin())
            .registerArgument(new CommonArguments());
    // Statements are put together from fixed fragments; the parameters of one that is left out stay
    // unused.
    jdbi.configure(
        SqlStatements.class,
        statements ->
            statements.setUnusedBindingAllowed(true).setTemplateEngine(TemplateEngine.NOP));
    // Parameters are personal data; the messages of faults reach the log.
    jdbi.configure(
        StatementExceptions.class, faults -> faults.setMessageRendering(MessageRendering.NONE));
    return jdbi;
  }
}
