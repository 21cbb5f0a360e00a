package dev.callbook.csvimport;

import dev.callbook.contact.ContactReader;
import dev.callbook.csvimport.FilePass.Batch;
import dev.callbook.csvimport.reading.CsvFile;
import dev.callbook.csvimport.reading.UnreadableFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;

/// Reads an import's file from its pieces to rows that are judged.
@ApplicationScoped
class FileReader {
  /// Rows of one batch, judged.
  record Read(Batch batch, List<RowDraft> drafts, List<Rejection> rejections, RowReader reader) {}

  private final UploadStore uploads;
  private final ContactReader contacts;

  FileReader(UploadStore uploads, ContactReader contacts) {
    this.uploads = uploads;
    this.contacts = contacts;
  }

  /// Goes through the file.
  ///
  /// @param wanted whether the batch of that number needs work
  /// @param rows which rows of a batch are judged
  /// @param work done by several threads, in no certain order
  /// @return how many rows the file has
  /// @throws UnreadableFile at the place where it stops being CSV
  long read(
      Job job, IntPredicate wanted, Function<Batch, LongPredicate> rows, Consumer<Read> work) {
    try (CsvFile file = CsvFile.open(uploads.open(job.scope(), job.id()))) {
      RowReader reader = new RowReader(file.header(), job.settings(), contacts, job.region());
      return new FilePass(job, file)
          .run(wanted, batch -> work.accept(judge(reader, batch, rows.apply(batch))));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Read judge(RowReader reader, Batch batch, LongPredicate wanted) {
    List<RowDraft> drafts = new ArrayList<>(batch.rows().size());
    List<Rejection> rejections = new ArrayList<>();
    for (int i = 0; i < batch.rows().size(); i++) {
      long row = batch.firstRow() + i;
      if (!wanted.test(row)) {
        continue;
      }
      switch (reader.read(row, batch.rows().get(i))) {
        case RowDraft draft -> drafts.add(draft);
        case RowReading.Refused refused -> rejections.addAll(refused.reasons());
      }
    }
    return new Read(batch, drafts, rejections, reader);
  }
}
