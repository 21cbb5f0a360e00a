package dev.callbook.csvimport;

import dev.callbook.platform.Announcements;
import dev.callbook.platform.LeasedJobs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/// Works on undos of imports.
@ApplicationScoped
class UndoWorker {
  static final String TOPIC = "import-undo";
  private static final int MAX_ATTEMPTS = 20;

  private final LeasedJobs<UndoJob> work;

  UndoWorker(UndoJobStore jobs, UndoRun run, Announcements announcements, Clock clock) {
    this.work = new LeasedJobs<>(TOPIC, MAX_ATTEMPTS, jobs, run::run, announcements, clock);
  }

  void start(@Observes StartupEvent event) {
    work.start();
  }

  void stop(@Observes ShutdownEvent event) {
    work.stop();
  }
}
