package dev.callbook.csvimport;

import dev.callbook.contact.ContactReader;
import dev.callbook.csvimport.FilePass.Batch;
import dev.callbook.csvimport.reading.DataFile;
import dev.callbook.csvimport.reading.UnreadableFile;
import dev.callbook.organization.OrganizationReader;
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
  /// @param accepted how many rows keep all rules
  /// @param organizations what rows say of organizations beyond their names
  record Read(
      int number,
      int rows,
      long bytes,
      int accepted,
      List<RowDraft> drafts,
      List<OrganizationRow> organizations,
      List<Rejection> rejections) {}

  private final UploadStore uploads;
  private final ContactReader contacts;
  private final OrganizationReader organizations;

  FileReader(UploadStore uploads, ContactReader contacts, OrganizationReader organizations) {
    this.uploads = uploads;
    this.contacts = contacts;
    this.organizations = organizations;
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
        organizations,
        region == null ? job.region() : region);
  }

  private static Read judge(RowReader reader, Batch batch) {
    List<RowDraft> drafts = new ArrayList<>(batch.rows().size());
    List<OrganizationRow> organizations = new ArrayList<>(0);
    List<Rejection> rejections = new ArrayList<>();
    int accepted = 0;
    for (int i = 0; i < batch.rows().size(); i++) {
      switch (reader.read(batch.firstRow() + i, batch.rows().get(i))) {
        case RowReading.Accepted(var contact, var organization) -> {
          accepted++;
          if (contact != null) {
            drafts.add(contact);
          }
          if (organization != null) {
            organizations.add(organization);
          }
        }
        case RowReading.Refused refused -> rejections.addAll(refused.reasons());
      }
    }
    return new Read(
        batch.number(),
        batch.rows().size(),
        batch.bytes(),
        accepted,
        drafts,
        organizations,
        rejections);
  }
}
