package dev.callbook.export;

import dev.callbook.access.Access;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.platform.Announcements;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The rules of exports; the only door for other features.
@ApplicationScoped
public class Exports {
  /// The most records of one export, and how many it has where nothing is asked for. Source:
  /// CONTRACT section 12.
  public static final long MAX_ROWS = 180_000_000;

  private static final int MAX_RUNNING = 20;

  private final ExportStore store;
  private final ExportSources sources;
  private final Changes changes;
  private final Announcements announcements;
  private final Ids ids;
  private final Clock clock;

  Exports(
      ExportStore store,
      ExportSources sources,
      Changes changes,
      Announcements announcements,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.sources = sources;
    this.changes = changes;
    this.announcements = announcements;
    this.ids = ids;
    this.clock = clock;
  }

  /// What is asked for.
  ///
  /// @param divisionIds the only divisions to read; null for all of the scope
  public record Order(
      ExportKind kind, @Nullable List<String> divisionIds, ExportWish wish, long maxRows) {}

  /// Orders an export. It reads those divisions that the scope has now.
  ///
  /// @throws dev.callbook.wire.Refusal.Invalid naming `divisionIds`, or the condition that is wrong
  /// @throws Conflict while too many are under way
  @Transactional
  public Export add(Scope scope, Order order) {
    List<String> named = order.divisionIds();
    Scope read = named == null ? scope : scope.within("divisionIds", named);
    sources.of(order.kind()).open(read, order.wish());
    Export export =
        new Export(
            ids.next(),
            order.kind(),
            named,
            order.wish(),
            scope.actor(),
            ExportState.RUNNING,
            null,
            0,
            clock.instant(),
            null);
    if (!store.add(read, export, order.maxRows(), MAX_RUNNING)) {
      throw new Conflict(
          "status", MAX_RUNNING + " exports are under way. Wait until one of them is done.");
    }
    // Who took data away is what an audit asks first.
    changes.record(
        scope,
        List.of(
            new Step(
                Subject.EXPORT,
                export.id(),
                null,
                1,
                null,
                Map.of(
                    "kind",
                    order.kind().word(),
                    "divisions",
                    List.of(read.divisionKeys()),
                    "query",
                    order.wish().query(),
                    "format",
                    order.wish().format().word()))));
    announcements.publish(ExportWorker.TOPIC, export.id().toString());
    return export;
  }

  /// @throws NotFound if there is none, or the scope lacks a division that it reads
  public Export get(Scope scope, ExportKind kind, UUID id) {
    return store.find(scope, kind, id).orElseThrow(() -> new NotFound("export", id));
  }

  /// Newest first.
  ///
  /// @param olderThan the last of the page before; null for the first page
  public List<Export> list(Scope scope, ExportKind kind, @Nullable UUID olderThan, int maxRows) {
    return store.list(scope, kind, olderThan, maxRows);
  }

  /// The newest of all kinds that somebody may see.
  public List<Export> latest(Access viewer, int maxRows) {
    return Arrays.stream(ExportKind.values())
        .filter(kind -> ExportRights.any(viewer, Permission.EXPORT_VIEW, kind))
        .flatMap(kind ->
            store
                .list(ExportRights.of(viewer, Permission.EXPORT_VIEW, kind), kind, null, maxRows)
                .stream())
        .sorted(Comparator.comparing(Export::createdAt).reversed())
        .limit(maxRows)
        .toList();
  }

  /// As [#get], of whatever kind, among those that somebody may see.
  ///
  /// @throws NotFound if there is none
  public Export get(Access viewer, UUID id) {
    return Arrays.stream(ExportKind.values())
        .filter(kind -> ExportRights.any(viewer, Permission.EXPORT_VIEW, kind))
        .flatMap(kind ->
            store.find(ExportRights.of(viewer, Permission.EXPORT_VIEW, kind), kind, id).stream())
        .findFirst()
        .orElseThrow(() -> new NotFound("export", id));
  }

  /// The names of the columns that exports of a kind have.
  List<String> columns(ExportKind kind) {
    return sources.of(kind).sheet().names();
  }

  /// @throws NotFound as [#get]; and where there is no file yet
  public Export finished(Scope scope, ExportKind kind, UUID id) {
    Export export = get(scope, kind, id);
    if (export.state() != ExportState.SUCCEEDED) {
      throw new NotFound("export", id);
    }
    return export;
  }

  /// Writes a finished export's file, holding a piece at a time.
  ///
  /// @param isCompressed whether as gzip
  public void write(Scope scope, Export export, boolean isCompressed, OutputStream out)
      throws IOException {
    if (export.wish().format() == ExportFormat.XLSX) {
      try (InputStream csv = new GZIPInputStream(pieces(scope, export))) {
        new Workbook().write(csv, export.kind().word(), out);
      }
      return;
    }
    for (int position = 0; ; position++) {
      Optional<byte[]> piece = store.piece(scope, export.id(), position);
      if (piece.isEmpty()) {
        return;
      }
      if (isCompressed) {
        out.write(piece.get());
      } else {
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(piece.get()))) {
          text.transferTo(out);
        }
      }
    }
  }

  /// A finished export's pieces after each other, each gzip by itself.
  private InputStream pieces(Scope scope, Export export) {
    return new InputStream() {
      private InputStream piece = InputStream.nullInputStream();
      private int position;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int taken = piece.read(bytes, offset, length);
        while (taken < 0) {
          Optional<byte[]> next = store.piece(scope, export.id(), position++);
          if (next.isEmpty()) {
            return -1;
          }
          piece = new ByteArrayInputStream(next.get());
          taken = piece.read(bytes, offset, length);
        }
        return taken;
      }
    };
  }
}
