package dev.callbook.csvimport;

import dev.callbook.platform.LeasedJob;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A few threads that share the work of one job, while the thread that opened it brings them tasks.
/// At most two tasks for each of them are in memory.
final class Crew implements AutoCloseable {
  private static final int SIZE = 2;

  private final LeasedJob job;
  private final ExecutorService threads;
  private final Semaphore places = new Semaphore(2 * SIZE);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Crew(LeasedJob job) {
    this.job = job;
    this.threads =
        Executors.newFixedThreadPool(
            SIZE, Thread.ofPlatform().name("import-" + job.id() + "-", 0).factory());
  }

  /// Hands over a task; waits while there are enough.
  ///
  /// @throws RuntimeException what an earlier task ended with
  void submit(Runnable task) {
    throwIfFailed();
    job.goOn();
    places.acquireUninterruptibly();
    threads.execute(() -> {
      try {
        if (failure.get() == null) {
          job.goOn();
          task.run();
        }
      } catch (RuntimeException | Error fault) {
        failure.compareAndSet(null, fault);
      } finally {
        places.release();
      }
    });
  }

  /// Waits for all tasks. @throws RuntimeException what one of them ended with
  void finish() {
    threads.close();
    throwIfFailed();
  }

  @Override
  public void close() {
    threads.close();
  }

  private void throwIfFailed() {
    switch (failure.get()) {
      case null -> {}
      case RuntimeException fault -> throw fault;
      case Error fault -> throw fault;
      case Throwable fault -> throw new IllegalStateException(fault);
    }
  }
}
