package dev.callbook.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;

/// Writes rows, each in a transaction of its own, as fast as it can until the database is gone, and
/// remembers which ones the database acknowledged.
public final class Writer implements AutoCloseable {
  private static final int CONNECTIONS = 4;

  private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch underWay;
  private volatile boolean stopped;

  private Writer(int underWay) {
    this.underWay = new CountDownLatch(underWay);
  }

  /// Starts writing and returns in the middle of it, when `rows` rows are acknowledged.
  public static Writer start(EmbeddedDatabase database, int rows) throws Exception {
    database.execute("create table if not exists written (id text primary key)");
    Writer writer = new Writer(rows);
    for (int i = 0; i < CONNECTIONS; i++) {
      Connection connection = database.connect();
      writer.threads.add(Thread.startVirtualThread(() -> writer.write(connection)));
    }
    writer.underWay.await();
    return writer;
  }

  /// The acknowledged rows that the database, meanwhile restarted, does not have; none if all is
  /// well.
  public Set<String> lost(EmbeddedDatabase database) throws SQLException, IOException {
    join();
    Set<String> lost = new TreeSet<>(acknowledged);
    lost.removeAll(Set.copyOf(database.select("select id from written")));
    return lost;
  }

  @Override
  public void close() {
    stopped = true;
    join();
  }

  private void join() {
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void write(Connection connection) {
    try (connection;
        PreparedStatement insert =
            connection.prepareStatement("insert into written (id) values (?)")) {
      while (!stopped) {
        String id = UUID.randomUUID().toString();
        insert.setString(1, id);
        insert.executeUpdate();
        acknowledged.add(id);
        underWay.countDown();
      }
    } catch (SQLException e) {
      // The database is gone: the end this writer waits for.
    }
  }
}
