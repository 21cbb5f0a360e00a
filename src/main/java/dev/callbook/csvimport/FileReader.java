package dev.callbook.csvimport;

import dev.callbook.contact.ContactReader;
import dev.callbook.csvimport.FilePass.Batch;
import dev.callbook.csvimport.reading.DataFile;
import dev.callbook.csvimport.reading.UnreadableFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads an import's file from its pieces to rows that are judged.
@ApplicationScoped
class FileReader {
  /// Rows of one batch, judged.
  ///
  /// @param number of the batch, counted from 0
  /// @param rows how many there are in the file
  /// @param bytes how far into the file they reach, about
  record Read(
      int number, int rows, long bytes, List<RowDraft> drafts, List<Rejection> rejections) {}

  private final UploadStore uploads;
  private final ContactReader contacts;

  FileReader(UploadStore uploads, ContactReader contacts) {
    this.uploads = uploads;
    this.contacts = contacts;
  }

  /// Goes through the file.
  ///
  /// @param work done by several threads, in no certain order
  /// @return how many rows the file has
  /// @throws UnreadableFile at the place where it stops being CSV
  long read(Job job, Consumer<Read> work) {
    try (DataFile file = open(job)) {
      RowReader reader = reader(job, file);
      return FilePass.run(job, file, batch -> work.accept(judge(reader, batch)));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// Why rows without a stored contact cannot become one.
  List<Rejection> namelessness(Job job, List<RowDraft> drafts) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    try (DataFile file = open(job)) {
      RowReader reader = reader(job, file);
      return drafts.stream().flatMap(draft -> reader.namelessness(draft).stream()).toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private DataFile open(Job job) throws IOException {
    return DataFile.open(uploads.open(job.scope(), job.id()), job.settings().reading().sheet());
  }

  private RowReader reader(Job job, DataFile file) {
    String region = job.settings().reading().region();
    return new RowReader(
        job.scope(),
        file.header(),
        job.settings(),
        contacts,
        region == null ? job.region() : region);
  }

  private static Read judge(RowReader reader, Batch batch) {
    List<RowDraft> drafts = new ArrayList<>(batch.rows().size());
    List<Rejection> rejections = new ArrayList<>();
    for (int i = 0; i < batch.rows().size(); i++) {
      switch (reader.read(batch.firstRow() + i, batch.rows().get(i))) {
        case RowDraft draft -> drafts.add(draft);
        case RowReading.Refused refused -> rejections.addAll(refused.reasons());
      }
    }
    return new Read(batch.number(), batch.rows().size(), batch.bytes(), drafts, rejections);
  }
}
