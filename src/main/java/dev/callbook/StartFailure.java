package dev.callbook;

import dev.callbook.platform.CannotStart;
import io.quarkus.runtime.QuarkusBindException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Explains to the operator why the server did not start.
final class StartFailure {
  private static final Logger LOG = Logger.getLogger(StartFailure.class);

  private StartFailure() {}

  /// The reason in one line. What is not the operator's to remove is a fault of ours, and its trace
  /// goes to the log.
  static CannotStart explain(Throwable failure) {
    return Stream.iterate(failure, e -> e != null, Throwable::getCause)
        .flatMap(StartFailure::known)
        .findFirst()
        .orElseGet(() -> unknown(failure));
  }

  private static Stream<CannotStart> known(Throwable failure) {
    return switch (failure) {
      case CannotStart e -> Stream.of(e);
      case QuarkusBindException e ->
          Stream.of(
              CannotStart.because(
                  "port %d is taken; set CALLBOOK_PORT to another".formatted(e.getPort())));
      case SQLException e -> Stream.of(CannotStart.because("the database says: " + firstLine(e)));
      default -> Stream.empty();
    };
  }

  private static CannotStart unknown(Throwable failure) {
    LOG.error("Callbook did not start", failure);
    return CannotStart.because(firstLine(failure));
  }

  private static String firstLine(Throwable failure) {
    return failure.toString().lines().findFirst().orElseThrow();
  }
}
