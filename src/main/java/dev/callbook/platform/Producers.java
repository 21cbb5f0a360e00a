package dev.callbook.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.postgres.PostgresPlugin;

/// Makes the things other people's libraries give us injectable.
class Producers {
  /// UTC in whole milliseconds: what the wire shows is what is stored.
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tickMillis(java.time.ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  Jdbi jdbi(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    // Statements are put together from fixed fragments; a fragment that is left out leaves its
    // parameters unused.
    jdbi.configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true));
    return jdbi;
  }
}
