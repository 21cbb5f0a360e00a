package dev.callbook.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callbook.crm.salesforce.FieldShape.Kind;
import dev.callbook.crm.salesforce.RemoteRecord.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings what the REST and the Bulk API show, each in its own way, into the same form.
final class Cells {
  /// REST writes the offset without a colon, Bulk a Z.
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

  private final ObjectShape shape;
  private final List<String> columns;
  private final List<Kind> kinds;

  Cells(ObjectShape shape, List<String> columns) {
    this.shape = shape;
    this.columns = columns;
    this.kinds = columns.stream().map(shape::kind).toList();
  }

  /// @param cells in the columns' order
  /// @throws IOException if they are no record
  RemoteRecord read(List<String> cells) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      put(values, columns.get(at), kinds.get(at), cells.get(at));
    }
    return record(values);
  }

  /// @throws IOException if it is no record
  RemoteRecord read(JsonNode json) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      JsonNode value = json;
      for (String step : columns.get(at).split("\\.", -1)) {
        value = value.path(step);
      }
      if (value.isValueNode()) {
        put(values, columns.get(at), kinds.get(at), value.isNull() ? null : value.asText());
      }
    }
    return record(values);
  }

  private RemoteRecord record(Map<String, String> values) throws IOException {
    String id = values.remove("Id");
    String stamp = values.remove("SystemModstamp");
    String deleted = values.remove("IsDeleted");
    String master = values.remove("MasterRecordId");
    if (id == null || stamp == null) {
      throw new IOException("a record of " + shape.name() + " without id or stamp");
    }
    return new RemoteRecord(
        new RemoteId(id), Instant.parse(stamp), state("true".equals(deleted), master), values);
  }

  private static State state(boolean isDeleted, @Nullable String master) {
    if (!isDeleted) {
      return new State.Live();
    }
    return master == null ? new State.Deleted() : new State.MergedInto(new RemoteId(master));
  }

  private static void put(
      Map<String, String> values, String column, Kind kind, @Nullable String text)
      throws IOException {
    String canonical = text == null ? "" : canonical(kind, text);
    if (!canonical.isEmpty()) {
      values.put(column, canonical);
    }
  }

  private static String canonical(Kind kind, String text) throws IOException {
    if (text.isEmpty()) {
      return "";
    }
    try {
      return switch (kind) {
        case TEXT, COMPOUND -> text(text);
        case YES_NO -> text.toLowerCase(Locale.ROOT);
        case NUMBER -> number(text);
        case DATE -> text;
        case MOMENT -> Soql.moment(moment(text));
        case ID -> new RemoteId(text).value();
      };
    } catch (DateTimeException | IllegalArgumentException broken) {
      // Its message may quote the value.
      throw new IOException("not a value of the kind " + kind);
    }
  }

  /// No database text holds a NUL; lines end as they do in REST's answers or in Bulk's.
  private static String text(String text) {
    String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    return clean.indexOf('\r') < 0 ? clean : clean.replace("\r\n", "\n");
  }

  /// Bulk shows whole numbers as `5.0`, REST as `5`.
  private static String number(String text) {
    BigDecimal number = new BigDecimal(text);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static Instant moment(String text) {
    return OffsetDateTime.parse(text, MOMENT).toInstant();
  }
}
