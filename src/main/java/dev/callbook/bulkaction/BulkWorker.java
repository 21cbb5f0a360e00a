package dev.callbook.bulkaction;

import dev.callbook.platform.Announcements;
import dev.callbook.platform.LeasedJobs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/// Works on actions: counts who is meant, does it, or takes it back.
@ApplicationScoped
class BulkWorker {
  static final String TOPIC = "bulk-action";
  private static final int MAX_ATTEMPTS = 10;

  private final LeasedJobs<BulkJob> work;

  BulkWorker(BulkJobStore jobs, BulkRun run, Announcements announcements, Clock clock) {
    this.work = new LeasedJobs<>(TOPIC, MAX_ATTEMPTS, jobs, run::run, announcements, clock);
  }

  void start(@Observes StartupEvent event) {
    work.start();
  }

  void stop(@Observes ShutdownEvent event) {
    work.stop();
  }
}
