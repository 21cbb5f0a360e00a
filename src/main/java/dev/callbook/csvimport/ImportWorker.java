package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.UnreadableFile;
import dev.callbook.platform.Announcements;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Looks for imports to work on, as every node does, and works on at most two at once. A node that
/// dies holds its import for a few seconds more; then another, or the same after its restart, goes
/// on with it.
@ApplicationScoped
class ImportWorker {
  static final String TOPIC = "import";
  private static final Logger LOG = Logger.getLogger(ImportWorker.class);
  private static final int AT_ONCE = 2;
  private static final int MAX_ATTEMPTS = 20;
  private static final Duration LEASE = Duration.ofSeconds(8);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final JobStore jobs;
  private final DryRun dryRun;
  private final Run run;
  private final Announcements announcements;
  private final Clock clock;
  private final Set<Job> working = ConcurrentHashMap.newKeySet();
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean stopped;

  ImportWorker(JobStore jobs, DryRun dryRun, Run run, Announcements announcements, Clock clock) {
    this.jobs = jobs;
    this.dryRun = dryRun;
    this.run = run;
    this.announcements = announcements;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    announcements.subscribe(TOPIC, _ -> wake.release(), wake::release);
    Thread.ofVirtual().name("imports").start(this::look);
    Thread.ofVirtual().name("import-beat").start(this::beat);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
    wake.release();
    for (Job job : working) {
      job.lose();
      jobs.release(job, Duration.ZERO, Integer.MAX_VALUE, "", clock.instant());
    }
  }

  private void look() {
    while (!stopped) {
      try {
        while (!stopped && working.size() < AT_ONCE) {
          Optional<Job> claimed = jobs.claim(LEASE);
          if (claimed.isEmpty()) {
            break;
          }
          begin(claimed.get());
        }
      } catch (RuntimeException fault) {
        LOG.warn("Cannot look for imports; trying again");
      }
      rest(LOOK);
    }
  }

  private void begin(Job job) {
    working.add(job);
    Thread.ofPlatform().name("import-" + job.id()).start(() -> work(job));
  }

  private void work(Job job) {
    try {
      if (job.state() == ImportState.CHECKING) {
        dryRun.run(job);
      } else {
        run.run(job);
      }
    } catch (Job.Lost lost) {
      LOG.infof("Import %s goes on elsewhere or was cancelled", job.id());
    } catch (UnreadableFile refusal) {
      jobs.fail(job, String.valueOf(refusal.getMessage()), clock.instant());
    } catch (Invalid refusal) {
      // A rule changed since the dry run: trying again would not help.
      jobs.fail(job, String.valueOf(refusal.getMessage()), clock.instant());
    } catch (RuntimeException fault) {
      failed(job, fault);
    } finally {
      working.remove(job);
      wake.release();
    }
  }

  private void failed(Job job, RuntimeException fault) {
    if (stopped || job.isLost()) {
      return;
    }
    LOG.errorf(fault, "Import %s was interrupted; it will go on", job.id());
    try {
      jobs.release(
          job,
          PAUSE,
          MAX_ATTEMPTS,
          "Something is broken here. The log says more under the id " + job.id() + ".",
          clock.instant());
    } catch (RuntimeException alsoBroken) {
      // The lease runs out by itself.
      LOG.warnf("Import %s could not be let go of", job.id());
    }
  }

  private void beat() {
    while (!stopped) {
      for (Job job : working) {
        try {
          if (!jobs.renew(job, LEASE)) {
            job.lose();
          }
        } catch (RuntimeException fault) {
          LOG.warnf("Import %s could not renew its lease", job.id());
        }
      }
      pause(BEAT);
    }
  }

  private void rest(Duration atMost) {
    try {
      if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
