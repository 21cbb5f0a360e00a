package dev.callbook.export;

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

/// Looks for exports to work on, as every node does, and works on at most two at once. A node that
/// dies holds its export for a few seconds more; then another, or the same after its restart, goes
/// on behind the last piece that was kept.
@ApplicationScoped
class ExportWorker {
  static final String TOPIC = "export";
  private static final Logger LOG = Logger.getLogger(ExportWorker.class);
  private static final int AT_ONCE = 2;
  private static final int MAX_ATTEMPTS = 10;
  private static final Duration LEASE = Duration.ofSeconds(8);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final ExportJobStore jobs;
  private final ExportRun run;
  private final Announcements announcements;
  private final Clock clock;
  private final Set<ExportJob> working = ConcurrentHashMap.newKeySet();
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean stopped;

  ExportWorker(ExportJobStore jobs, ExportRun run, Announcements announcements, Clock clock) {
    this.jobs = jobs;
    this.run = run;
    this.announcements = announcements;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    announcements.subscribe(TOPIC, _ -> wake.release(), wake::release);
    Thread.ofVirtual().name("exports").start(this::look);
    Thread.ofVirtual().name("export-beat").start(this::beat);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
    wake.release();
    for (ExportJob job : working) {
      job.isLost().set(true);
      jobs.release(job, Duration.ZERO, Integer.MAX_VALUE, "", clock.instant());
    }
  }

  private void look() {
    while (!stopped) {
      try {
        while (!stopped && working.size() < AT_ONCE) {
          Optional<ExportJob> claimed = jobs.claim(LEASE);
          if (claimed.isEmpty()) {
            break;
          }
          begin(claimed.get());
        }
      } catch (RuntimeException fault) {
        LOG.warn("Cannot look for exports; trying again");
      }
      rest();
    }
  }

  private void begin(ExportJob job) {
    working.add(job);
    Thread.ofPlatform().name("export-" + job.id()).start(() -> work(job));
  }

  private void work(ExportJob job) {
    try {
      run.run(job);
    } catch (ExportJob.Lost lost) {
      LOG.infof("Export %s goes on elsewhere", job.id());
    } catch (Invalid refusal) {
      // Asked for something that was there when it was ordered and is not any more.
      release(job, 0, String.valueOf(refusal.getMessage()));
    } catch (RuntimeException fault) {
      if (!stopped && !job.isLost().get()) {
        LOG.errorf(fault, "Export %s was interrupted; it will go on", job.id());
        release(
            job,
            MAX_ATTEMPTS,
            "Something is broken here. The log says more under the id " + job.id() + ".");
      }
    } finally {
      working.remove(job);
      wake.release();
    }
  }

  private void release(ExportJob job, int maxAttempts, String reason) {
    try {
      jobs.release(job, PAUSE, maxAttempts, reason, clock.instant());
    } catch (RuntimeException alsoBroken) {
      // The lease runs out by itself.
      LOG.warnf("Export %s could not be let go of", job.id());
    }
  }

  private void beat() {
    while (!stopped) {
      for (ExportJob job : working) {
        try {
          if (!jobs.renew(job, LEASE)) {
            job.isLost().set(true);
          }
        } catch (RuntimeException fault) {
          LOG.warnf("Export %s could not renew its lease", job.id());
        }
      }
      pause();
    }
  }

  private void rest() {
    try {
      if (wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BEAT);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
