package dev.callbook;

import dev.callbook.access.FirstStartSettings;
import dev.callbook.access.RateLimitSettings;
import dev.callbook.contact.ContactSettings;
import dev.callbook.csvimport.ImportSizes;
import dev.callbook.platform.CannotStart;
import dev.callbook.platform.ConfiguredPostgres;
import dev.callbook.platform.DatabaseConnection;
import dev.callbook.platform.DatabaseSettings;
import dev.callbook.platform.DemoSettings;
import dev.callbook.platform.EmbeddedPostgres;
import dev.callbook.platform.EmbeddedPostgres.Durability;
import dev.callbook.platform.ServerSettings;
import dev.callbook.platform.Settings;
import dev.callbook.platform.VaultSettings;
import dev.callbook.web.CorsSettings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Starts Callbook: reads the settings, starts the embedded database where no other is configured,
/// then the server.
@QuarkusMain
public final class Callbook {
  /// The settings of all features; the key of one that is missing here counts as unknown.
  static final List<Class<?>> SETTINGS =
      List.of(
          ServerSettings.class,
          DatabaseSettings.class,
          DemoSettings.class,
          FirstStartSettings.class,
          ContactSettings.class,
          VaultSettings.class,
          RateLimitSettings.class,
          CorsSettings.class,
          ImportSizes.class);

  /// Opens when the server no longer needs its database.
  private static final CountDownLatch SERVED = new CountDownLatch(1);

  private Callbook() {}

  public static void main(String... arguments) {
    try {
      Settings settings = Settings.of(SETTINGS, arguments);
      settings.publish();
      // Everything that asks for the data folder is told this one.
      System.setProperty("callbook.data", data(settings).toString());
      database(settings).settings().forEach(System::setProperty);
      System.setProperty("quarkus.vertx.event-loops-pool-size", String.valueOf(eventLoops()));
    } catch (CannotStart e) {
      end(e);
    }
    Quarkus.run(Server.class, (exitCode, failure) -> end(exitCode, failure));
  }

  /// Threads that speak HTTP. Beside those that work and those of the database they get in each
  /// other's way when there are more: look-ups cost an eighth less than with the framework's two
  /// for each processor.
  private static int eventLoops() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  private static DatabaseConnection database(Settings settings) {
    DatabaseSettings configured = settings.get(DatabaseSettings.class);
    if (configured.url().isPresent()) {
      return ConfiguredPostgres.connection(configured);
    }
    EmbeddedPostgres embedded = EmbeddedPostgres.start(data(settings), Durability.DISK);
    var _ = embedded.whenLost(Callbook::stopWithoutDatabase);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterServer(embedded)));
    return embedded.connection();
  }

  private static Path data(Settings settings) {
    Path data = settings.get(ServerSettings.class).data();
    return settings.get(DemoSettings.class).on() ? DemoSettings.folderBeside(data) : data;
  }

  /// Whoever watches over us starts us again, and with us the database.
  private static void stopWithoutDatabase() {
    System.err.println("Callbook stops: its database ended unexpectedly");
    Quarkus.asyncExit(1);
  }

  /// Hooks run side by side: without the wait the database would be gone while the server still
  /// answers its last requests.
  private static void stopAfterServer(EmbeddedPostgres embedded) {
    try {
      SERVED.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    embedded.close();
  }

  private static void end(int exitCode, @Nullable Throwable failure) {
    SERVED.countDown();
    if (failure != null) {
      end(StartFailure.explain(failure));
    }
    System.exit(exitCode);
  }

  private static void end(CannotStart reason) {
    SERVED.countDown();
    System.err.println("Callbook cannot start: " + reason.getMessage());
    System.exit(reason.exitCode());
  }
}
