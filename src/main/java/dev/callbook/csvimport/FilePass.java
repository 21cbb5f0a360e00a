package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.CsvFile;
import dev.callbook.csvimport.reading.CsvRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// One way through a file: this thread reads, a few others work on batches of rows. At most two
/// batches for each of them are in memory.
final class FilePass {
  static final int BATCH_ROWS = 5_000;
  private static final int WORKERS = 2;

  /// Consecutive rows. @param firstRow counted from 0
  record Batch(int number, long firstRow, List<CsvRow> rows) {
    long end() {
      return firstRow + rows.size();
    }
  }

  private final Job job;
  private final CsvFile file;
  private final Semaphore places = new Semaphore(2 * WORKERS);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  FilePass(Job job, CsvFile file) {
    this.job = job;
    this.file = file;
  }

  /// @param wanted whether the batch of that number needs work
  /// @param work done by several threads, in no certain order
  /// @return how many rows the file has
  long run(IntPredicate wanted, Consumer<Batch> work) {
    long rows = 0;
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS, named())) {
      int number = 0;
      while (file.hasNext()) {
        boolean isWanted = wanted.test(number);
        List<CsvRow> taken = new ArrayList<>(isWanted ? BATCH_ROWS : 0);
        long firstRow = rows;
        while (rows < firstRow + BATCH_ROWS && file.hasNext()) {
          CsvRow row = file.next();
          rows++;
          if (isWanted) {
            taken.add(row);
          }
        }
        if (isWanted) {
          submit(workers, new Batch(number, firstRow, taken), work);
        }
        number++;
        throwIfFailed();
        job.goOn();
      }
    }
    throwIfFailed();
    return rows;
  }

  private void submit(ExecutorService workers, Batch batch, Consumer<Batch> work) {
    places.acquireUninterruptibly();
    workers.execute(() -> {
      try {
        if (failure.get() == null) {
          job.goOn();
          work.accept(batch);
        }
      } catch (RuntimeException | Error fault) {
        failure.compareAndSet(null, fault);
      } finally {
        places.release();
      }
    });
  }

  private void throwIfFailed() {
    switch (failure.get()) {
      case null -> {}
      case RuntimeException fault -> throw fault;
      case Error fault -> throw fault;
      case Throwable fault -> throw new IllegalStateException(fault);
    }
  }

  private java.util.concurrent.ThreadFactory named() {
    return Thread.ofPlatform().name("import-" + job.id() + "-", 0).factory();
  }
}
