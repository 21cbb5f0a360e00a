package dev.callbook.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Looks for long work of one kind, as every node does, and works on at most two jobs at once. A
/// node that dies holds its job for a few seconds more; then another, or the same after its
/// restart, goes on with it.
///
/// @param <J> the kind of job
public final class LeasedJobs<J extends LeasedJob> {
  private static final Logger LOG = Logger.getLogger(LeasedJobs.class);
  private static final int AT_ONCE = 2;
  private static final Duration LEASE = Duration.ofSeconds(8);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  /// Who works on what, kept in the database.
  public interface Leases<J> {
    /// Takes the job that waited longest, of whatever organization.
    Optional<J> claim(Duration lease);

    /// @return whether the job is still ours
    boolean renew(J job, Duration lease);

    /// Lets go after a fault, so that any node tries again after a while; after `maxAttempts` in
    /// vain it has failed for good.
    ///
    /// @param reason in words for the one who ordered it
    void release(J job, Duration pause, int maxAttempts, String reason, Instant now);
  }

  private final String kind;
  private final int maxAttempts;
  private final Leases<J> leases;
  private final Consumer<J> work;
  private final Announcements announcements;
  private final Clock clock;
  private final Set<J> working = ConcurrentHashMap.newKeySet();
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean stopped;

  /// @param kind what the jobs are called in the log, and the topic whose announcements wake the
  ///   nodes
  /// @param work on one job to its end; what it throws is a fault, and the job is tried again
  public LeasedJobs(
      String kind,
      int maxAttempts,
      Leases<J> leases,
      Consumer<J> work,
      Announcements announcements,
      Clock clock) {
    this.kind = kind;
    this.maxAttempts = maxAttempts;
    this.leases = leases;
    this.work = work;
    this.announcements = announcements;
    this.clock = clock;
  }

  public void start() {
    announcements.subscribe(kind, _ -> wake.release(), wake::release);
    Thread.ofVirtual().name(kind + "-look").start(this::look);
    Thread.ofVirtual().name(kind + "-beat").start(this::beat);
  }

  public void stop() {
    stopped = true;
    wake.release();
    for (J job : working) {
      job.lose();
      leases.release(job, Duration.ZERO, Integer.MAX_VALUE, "", clock.instant());
    }
  }

  private void look() {
    while (!stopped) {
      try {
        while (!stopped && working.size() < AT_ONCE) {
          Optional<J> claimed = leases.claim(LEASE);
          if (claimed.isEmpty()) {
            break;
          }
          begin(claimed.get());
        }
      } catch (RuntimeException fault) {
        LOG.warnf("Cannot look for work of the kind %s; trying again", kind);
      }
      rest();
    }
  }

  private void begin(J job) {
    working.add(job);
    Thread.ofPlatform().name(kind + "-" + job.id()).start(() -> finish(job));
  }

  private void finish(J job) {
    try {
      work.accept(job);
    } catch (LeasedJob.Lost lost) {
      LOG.infof("The %s %s goes on elsewhere or was cancelled", kind, job.id());
    } catch (RuntimeException fault) {
      failed(job, fault);
    } finally {
      working.remove(job);
      wake.release();
    }
  }

  private void failed(J job, RuntimeException fault) {
    if (stopped || job.isLost()) {
      return;
    }
    LOG.errorf(fault, "The %s %s was interrupted; it will go on", kind, job.id());
    try {
      leases.release(
          job,
          PAUSE,
          maxAttempts,
          "Something is broken here. The log says more under the id " + job.id() + ".",
          clock.instant());
    } catch (RuntimeException alsoBroken) {
      // The lease runs out by itself.
      LOG.warnf("The %s %s could not be let go of", kind, job.id());
    }
  }

  private void beat() {
    while (!stopped) {
      for (J job : working) {
        try {
          if (!leases.renew(job, LEASE)) {
            job.lose();
          }
        } catch (RuntimeException fault) {
          LOG.warnf("The %s %s could not renew its lease", kind, job.id());
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
