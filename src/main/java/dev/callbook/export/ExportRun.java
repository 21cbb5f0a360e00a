package dev.callbook.export;

import dev.callbook.directory.ScanPlace;
import dev.callbook.export.ExportSource.Part;
import dev.callbook.export.ExportSource.Parts;
import dev.callbook.platform.LeasedJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Writes an export's file, part by part: while one is written and kept, the next is read. Two of
/// them are in memory, however long the file.
@ApplicationScoped
class ExportRun {
  private static final int PART_ROWS = 2_000;

  private final ExportSources sources;
  private final ExportJobStore jobs;
  private final Clock clock;

  ExportRun(ExportSources sources, ExportJobStore jobs, Clock clock) {
    this.sources = sources;
    this.jobs = jobs;
    this.clock = clock;
  }

  /// @throws dev.callbook.wire.Refusal.Invalid if what it asks for is not there any more
  void run(ExportJob job) {
    Parts parts = sources.of(job.kind()).open(job.scope(), job.wish());
    try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
      Optional<ScanPlace> after = job.after();
      long rows = job.rows();
      Future<Part> next = ask(reader, parts, after, size(job, rows));
      for (int position = job.pieces(); ; position++) {
        job.goOn();
        Part part = answer(next);
        boolean isLast = part.rows() < PART_ROWS || rows + part.rows() >= job.maxRows();
        rows += part.rows();
        if (!isLast) {
          next = ask(reader, parts, part.last(), size(job, rows));
        }
        byte[] piece = part.piece().apply(position == 0);
        jobs.keep(job, position, piece, part.last(), rows, isLast ? clock.instant() : null);
        if (isLast) {
          return;
        }
      }
    }
  }

  private static int size(ExportJob job, long rows) {
    return (int) Math.min(PART_ROWS, job.maxRows() - rows);
  }

  private static Future<Part> ask(
      ExecutorService reader, Parts parts, Optional<ScanPlace> after, int rows) {
    return reader.submit(() -> parts.after(after, rows));
  }

  private static Part answer(Future<Part> asked) {
    try {
      return asked.get();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new LeasedJob.Lost();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(failed);
    }
  }
}
