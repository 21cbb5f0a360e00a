package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.UnreadableFile;
import dev.callbook.platform.Announcements;
import dev.callbook.platform.LeasedJobs;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Objects;

/// Works on imports, be it their dry run or their run.
@ApplicationScoped
class ImportWorker {
  static final String TOPIC = "import";
  private static final int MAX_ATTEMPTS = 20;

  private final JobStore jobs;
  private final DryRun dryRun;
  private final Run run;
  private final Clock clock;
  private final LeasedJobs<Job> work;

  ImportWorker(JobStore jobs, DryRun dryRun, Run run, Announcements announcements, Clock clock) {
    this.jobs = jobs;
    this.dryRun = dryRun;
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

  private void run(Job job) {
    try {
      if (job.state() == ImportState.CHECKING) {
        dryRun.run(job);
      } else {
        run.run(job);
      }
    } catch (UnreadableFile refusal) {
      jobs.fail(job, String.valueOf(refusal.getMessage()), ReasonCode.of(refusal), clock.instant());
    } catch (Invalid refusal) {
      // A rule changed since the dry run: trying again would not help.
      jobs.fail(
          job,
          String.valueOf(refusal.getMessage()),
          Objects.requireNonNullElse(ReasonCode.of(refusal.errors().getFirst().problem()), ""),
          clock.instant());
    }
  }
}
