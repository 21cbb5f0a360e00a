package dev.callbook.export;

import dev.callbook.platform.Announcements;
import dev.callbook.platform.LeasedJobs;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/// Works on exports. One that was interrupted goes on behind the last piece that was kept.
@ApplicationScoped
class ExportWorker {
  static final String TOPIC = "export";
  private static final int MAX_ATTEMPTS = 10;

  private final ExportJobStore jobs;
  private final ExportRun run;
  private final Clock clock;
  private final LeasedJobs<ExportJob> work;

  ExportWorker(ExportJobStore jobs, ExportRun run, Announcements announcements, Clock clock) {
    this.jobs = jobs;
    this.run = run;
    this.clock = clock;
    this.work = new LeasedJobs<>(TOPIC, MAX_ATTEMPTS, jobs, this::run, announcements, clock);
  }

  void start(@Observes StartupEvent event) {
    work.start();
  }

  void stop(@Observes ShutdownEvent event) {
    work.stop();
  }

  private void run(ExportJob job) {
    try {
      run.run(job);
    } catch (Invalid refusal) {
      // Asked for something that was there when it was ordered and is not any more.
      jobs.release(job, Duration.ZERO, 0, String.valueOf(refusal.getMessage()), clock.instant());
    }
  }
}
