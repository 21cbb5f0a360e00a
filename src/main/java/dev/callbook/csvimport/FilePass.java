package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.CsvRow;
import dev.callbook.csvimport.reading.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One way through a file: this thread reads, a crew works on batches of rows.
final class FilePass {
  /// Never changes: what is applied of imports under way is counted in batches.
  static final int BATCH_ROWS = 2_500;

  /// Consecutive rows.
  ///
  /// @param firstRow counted from 0
  /// @param bytes how far into the file they reach, about
  record Batch(int number, long firstRow, List<CsvRow> rows, long bytes) {}

  private FilePass() {}

  /// @param work done by several threads, in no certain order
  /// @return how many rows the file has
  static long run(Job job, DataFile file, Consumer<Batch> work) {
    long rows = 0;
    try (Crew crew = new Crew(job)) {
      for (int number = 0; file.hasNext(); number++) {
        List<CsvRow> taken = new ArrayList<>(BATCH_ROWS);
        while (taken.size() < BATCH_ROWS && file.hasNext()) {
          taken.add(file.next());
        }
        Batch batch = new Batch(number, rows, taken, file.bytesRead());
        crew.submit(() -> work.accept(batch));
        rows += taken.size();
      }
      crew.finish();
    }
    return rows;
  }
}
