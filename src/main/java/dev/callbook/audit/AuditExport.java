package dev.callbook.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.ChangeLog;
import dev.callbook.change.ChangePage;
import dev.callbook.change.ChangeQuery;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Sight;
import dev.callbook.change.Subject;
import dev.callbook.directory.HarmlessText;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The log as a file, newest first, a page of entries in memory at a time. Fields of records that
/// the reader may not see stay out.
@ApplicationScoped
class AuditExport {
  private static final int PAGE = 1_000;
  private static final List<String> COLUMNS =
      List.of(
          "at",
          "changeId",
          "actorKind",
          "actorId",
          "actorName",
          "source",
          "sourceId",
          "recordKind",
          "recordId",
          "divisionId",
          "change",
          "version",
          "before",
          "after");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// The form of the file.
  enum Format {
    /// a line an entry, what was before and after as JSON in their cells
    CSV("text/csv; charset=utf-8"),
    /// a JSON object a line
    JSONL("application/x-ndjson");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// @throws Invalid naming `format`
    static Format parse(@Nullable String word) {
      for (Format each : values()) {
        if (each.word().equals(word)) {
          return each;
        }
      }
      throw new Invalid(
          "format", "invalid.value", "format is csv or jsonl.", new Problem.NoOption());
    }
  }

  private final ChangeLog log;
  private final Changes changes;
  private final ObjectMapper json;
  private final Ids ids;
  private final Clock clock;

  AuditExport(ChangeLog log, Changes changes, ObjectMapper json, Ids ids, Clock clock) {
    this.log = log;
    this.changes = changes;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /// Notes that somebody takes the log away: an audit asks that too.
  ///
  /// @return the file's name
  @Transactional
  String note(Scope scope, Format format, AuditFilter filter) {
    UUID id = ids.next();
    changes.record(
        scope,
        List.of(
            new Step(
                Subject.EXPORT,
                id,
                null,
                1,
                null,
                Map.of(
                    "kind",
                    "audit",
                    "format",
                    format.word(),
                    "query",
                    filter.address(AuditFilter.PATH).text()))));
    return "audit-"
        + MOMENT.format(clock.instant()).substring(0, 10)
        + "-"
        + id
        + "."
        + format.word();
  }

  void write(Scope scope, Sight sight, ChangeQuery query, Format format, OutputStream out)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Lines lines = format == Format.CSV ? csv(text) : jsonLines(text);
    UUID place = null;
    do {
      ChangePage page = log.page(scope, sight, query, place, PAGE);
      for (Change change : page.changes()) {
        lines.add(columns(change, sight.sees(change)));
      }
      text.flush();
      place = page.next();
    } while (place != null);
  }

  /// Where entries are written, each by its columns.
  private interface Lines {
    void add(Map<String, @Nullable Object> columns) throws IOException;
  }

  private static Lines csv(Writer text) {
    // What it kept back itself would miss the end of the file.
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(COLUMNS);
    return columns -> {
      csv.writeRecord(
          columns.values().stream()
              .map(value -> HarmlessText.of(Objects.toString(value, "")))
              .toList());
    };
  }

  private Lines jsonLines(Writer text) {
    return columns -> {
      text.write(json.writeValueAsString(columns));
      text.write('\n');
    };
  }

  private static Map<String, @Nullable Object> columns(Change change, boolean isSeen) {
    @Nullable Object[] values = {
      moment(change.at()),
      change.id(),
      change.actorKind(),
      change.actorId(),
      change.actorName(),
      change.origin(),
      change.originId(),
      change.subject().word(),
      change.subjectId(),
      change.division() == null ? null : change.division().value(),
      change.action().name().toLowerCase(Locale.ROOT),
      change.version(),
      isSeen ? side(change.before()) : null,
      isSeen ? side(change.after()) : null
    };
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      columns.put(COLUMNS.get(i), values[i]);
    }
    return columns;
  }

  private static String moment(Instant at) {
    return MOMENT.format(at);
  }

  private static @Nullable ObjectNode side(@Nullable ObjectNode fields) {
    return fields == null || fields.isEmpty() ? null : fields;
  }
}
