package dev.callbook.csvimport;

import dev.callbook.access.Scope;
import dev.callbook.csvimport.CsvUpload.Check;
import dev.callbook.csvimport.CsvUpload.Preview;
import dev.callbook.csvimport.CsvUpload.Problem;
import dev.callbook.csvimport.reading.CsvRow;
import dev.callbook.csvimport.reading.DataFile;
import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import dev.callbook.csvimport.reading.UnreadableFile;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Files that are announced first and sent by themselves, as the public API has it. Each becomes an
/// import as any other.
@ApplicationScoped
public class CsvUploads {
  /// Bytes. Larger files go to our own address. Source: CONTRACT section 12.
  public static final long MAX_BYTES = 50L << 20;

  private static final int MAX_PROBLEMS = 100;
  private static final int PREVIEW_ROWS = 20;

  /// Longer than anybody waits for so small a file.
  private static final Duration ARRIVAL = Duration.ofMinutes(10);

  private final ImportStore imports;
  private final CsvUploadStore store;
  private final UploadStore bytes;
  private final Ids ids;
  private final Clock clock;

  CsvUploads(ImportStore imports, CsvUploadStore store, UploadStore bytes, Ids ids, Clock clock) {
    this.imports = imports;
    this.store = store;
    this.bytes = bytes;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param region for numbers without a country code
  /// @throws Invalid naming `fileSize`
  @Transactional
  public CsvUpload announce(Scope scope, String fileName, long size, String region) {
    if (size < 1 || size > MAX_BYTES) {
      throw new Invalid(
          "fileSize",
          "invalid.value",
          "fileSize must be a number of bytes from 1 to " + MAX_BYTES + ".");
    }
    UUID id = ids.next();
    imports.begin(scope, id, Imports.shortened(fileName), region, clock.instant());
    store.announce(scope, id, size);
    return get(scope, id);
  }

  private CsvUpload get(Scope scope, UUID id) {
    return store.find(scope, id).orElseThrow(() -> new NotFound("upload", id));
  }

  /// Takes the file in. One that has not the size announced is forgotten, and may be sent again.
  ///
  /// @throws NotFound if nothing was announced under that id
  /// @throws Conflict if the file is here already, or arriving
  /// @throws Invalid naming `fileSize`
  public void take(Scope scope, UUID id, InputStream file) {
    CsvUpload upload = get(scope, id);
    if (!store.open(scope, id, ARRIVAL)) {
      throw new Conflict("uploadId", "This file is here already, or arriving.");
    }
    boolean taken = false;
    try {
      long size = bytes.store(scope, id, file, upload.bytes());
      if (size != upload.bytes()) {
        throw new Invalid(
            "fileSize",
            "invalid.value",
            "The file has "
                + (size > upload.bytes() ? "more than " : "")
                + Math.min(size, upload.bytes())
                + " bytes; "
                + upload.bytes()
                + " were announced.");
      }
      store.arrived(scope, id, check(scope, id));
      taken = true;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      if (!taken) {
        store.reopen(scope, id);
      }
    }
  }

  /// Reads the whole file once: it is small.
  private Check check(Scope scope, UUID id) {
    List<Problem> problems = new ArrayList<>();
    try (DataFile file = DataFile.open(bytes.open(scope, id), null)) {
      boolean splits = file.header().size() > 1;
      try {
        if (!file.hasNext()) {
          problems.add(new Problem(1, Reason.of(Trouble.ONLY_A_HEADER).in(Locale.ENGLISH)));
        }
        while (file.hasNext() && problems.size() < MAX_PROBLEMS) {
          if (file.next() instanceof CsvRow.Misfit misfit) {
            problems.add(new Problem(misfit.line(), misfit.reason().in(Locale.ENGLISH)));
          }
        }
        return new Check(splits, true, problems);
      } catch (UnreadableFile refusal) {
        problems.add(problem(refusal));
        return new Check(splits, !refusal.isEncoding(), problems);
      }
    } catch (UnreadableFile refusal) {
      return new Check(false, !refusal.isEncoding(), List.of(problem(refusal)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Problem problem(UnreadableFile refusal) {
    return new Problem(refusal.line().orElse(1), String.valueOf(refusal.getMessage()));
  }

  /// A file with what was found in it.
  ///
  /// @throws NotFound if there is none
  /// @throws Conflict before the file is here
  public CsvUpload arrived(Scope scope, UUID id) {
    CsvUpload upload = get(scope, id);
    if (upload.check() == null) {
      throw new Conflict("uploadId", "The file is not here yet: send it to the upload's address.");
    }
    return upload;
  }

  /// The first rows.
  ///
  /// @throws NotFound if there is none
  /// @throws Conflict before the file is here
  /// @throws Invalid naming `uploadId` if it cannot be read
  public Preview preview(Scope scope, UUID id) {
    arrived(scope, id);
    try (DataFile file = DataFile.open(bytes.open(scope, id), null)) {
      List<List<String>> rows = new ArrayList<>();
      while (rows.size() < PREVIEW_ROWS && file.hasNext()) {
        rows.add(file.next().cells());
      }
      return new Preview(file.header(), rows);
    } catch (UnreadableFile refusal) {
      throw new Invalid("uploadId", "unreadable", String.valueOf(refusal.getMessage()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
