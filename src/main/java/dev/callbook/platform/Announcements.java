package dev.callbook.platform;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Tells every node "look at X", never data, through PostgreSQL's `LISTEN` and `NOTIFY`.
///
/// On the announcing node subscribers hear it before the announcing call's transaction returns; on
/// other nodes within milliseconds of the commit. A node that lost its connection tells its
/// subscribers that they may have missed some.
@ApplicationScoped
public class Announcements {
  private static final Logger LOG = Logger.getLogger(Announcements.class);
  private static final String CHANNEL = "callbook";
  private static final int POLL_MILLIS = 200;
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final String node = UUID.randomUUID().toString().substring(0, 8);
  private final Jdbi jdbi;
  private final DataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final Map<String, List<Consumer<String>>> subscribers = new ConcurrentHashMap<>();
  private final List<Runnable> onMissed = new CopyOnWriteArrayList<>();
  private final Thread listener = Thread.ofVirtual().name("announcements").unstarted(this::listen);
  private volatile boolean stopped;

  Announcements(Jdbi jdbi, DataSource dataSource, TransactionSynchronizationRegistry transactions) {
    this.jdbi = jdbi;
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  /// @param missed runs when announcements may have been lost: forget what is cached, read what is
  ///   shown again
  public void subscribe(String topic, Consumer<String> subscriber, Runnable missed) {
    subscribers.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(subscriber);
    onMissed.add(missed);
  }

  /// Announces within the caller's transaction, or at once where there is none.
  ///
  /// @param topic no spaces
  /// @param payload an id or a few; no personal data; at most 7,000 characters
  public void publish(String topic, String payload) {
    jdbi.useHandle(db ->
        db.createQuery("select pg_notify(:channel, :message)")
            .bind("channel", CHANNEL)
            .bind("message", node + " " + topic + " " + payload)
            .mapToMap()
            .one());
    if (transactions.getTransactionKey() == null) {
      deliver(topic, payload);
      return;
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Nothing to do before the commit.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              deliver(topic, payload);
            }
          }
        });
  }

  private void deliver(String topic, String payload) {
    for (Consumer<String> subscriber : subscribers.getOrDefault(topic, List.of())) {
      try {
        subscriber.accept(payload);
      } catch (RuntimeException fault) {
        LOG.errorf(fault, "An announcement of %s failed in a subscriber", topic);
      }
    }
  }

  void start(@Observes StartupEvent event) {
    listener.start();
  }

  /// Waits until the listener has given its connection back to the pool, which is closed next. The
  /// listener is not interrupted: that would break the connection.
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped = true;
    listener.join(RETRY);
  }

  private void listen() {
    while (!stopped) {
      try (Connection connection = dataSource.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + CHANNEL);
        onMissed.forEach(Runnable::run);
        hear(connection.unwrap(PGConnection.class));
      } catch (SQLException lost) {
        if (!stopped) {
          LOG.warnf(
              "Lost the connection that hears other nodes; trying again in %d s",
              RETRY.toSeconds());
          rest();
        }
      }
    }
  }

  private void hear(PGConnection connection) throws SQLException {
    while (!stopped) {
      PGNotification[] heard = connection.getNotifications(POLL_MILLIS);
      if (heard == null) {
        continue;
      }
      for (PGNotification notification : heard) {
        String[] parts = notification.getParameter().split(" ", 3);
        if (parts.length == 3 && !parts[0].equals(node)) {
          deliver(parts[1], parts[2]);
        }
      }
    }
  }

  private static void rest() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
