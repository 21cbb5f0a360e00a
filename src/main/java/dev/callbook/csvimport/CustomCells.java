package dev.callbook.csvimport;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.csvimport.Columns.Custom;
import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import dev.callbook.directory.Checks;
import dev.callbook.wire.Problem;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cells of custom fields as JSON. The end of a key tells the type, as the public API has it:
/// `age_integer`, `paid_checkbox`, `labels_tag`; everything else is text. Source: CONTRACT section
/// 11.
final class CustomCells {
  /// What refusals call a custom field, before its key.
  static final String FIELD = "customFields.";

  private static final int LONGEST_NUMBER = 40;
  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,3})?(?:Z|[+-]\\d{2}:?\\d{2})");

  /// At the end of a time: `+02:00`, `-0500`, `Z`, `UTC`.
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?<=\\d:\\d{2}|\\d[Mm]|[.]\\d{1,9}) ?(Z|UTC|GMT|[+-](?:0\\d|1[0-4]):?[0-5]\\d)$");

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
  private static final Pattern COMMA_NUMBER = Pattern.compile("-?\\d+,(?:\\d{1,2}|\\d{4,})");

  private CustomCells() {}

  /// @return null where every cell is blank
  static @Nullable ObjectNode read(Checks checks, List<Custom> customs, List<String> cells) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Custom custom : customs) {
      String cell = Columns.cell(cells, custom.cell());
      if (cell != null) {
        put(checks, fields, custom, cell.strip());
      }
    }
    return fields.isEmpty() ? null : fields;
  }

  private static void put(Checks checks, ObjectNode fields, Custom custom, String cell) {
    String key = custom.key();
    switch (key.substring(key.lastIndexOf('_') + 1)) {
      case "integer" -> {
        Optional<BigDecimal> number = wholeNumber(cell);
        note(checks, key, number, Trouble.NO_WHOLE_NUMBER);
        number.ifPresent(value -> fields.put(key, value.longValue()));
      }
      case "number" -> {
        Optional<BigDecimal> number = number(cell);
        note(checks, key, number, Trouble.NO_NUMBER);
        number.ifPresent(value -> fields.put(key, value));
      }
      case "checkbox" -> {
        Optional<Boolean> flag = YesNo.read(cell);
        note(checks, key, flag, Trouble.NEITHER_YES_NOR_NO);
        flag.ifPresent(value -> fields.put(key, value));
      }
      case "date" -> {
        Optional<LocalDateTime> date = DateOrder.read(cell, custom.dates());
        note(checks, key, date, Trouble.NO_DATE);
        date.ifPresent(value -> fields.put(key, value.toLocalDate().toString()));
      }
      case "datetime" -> {
        Optional<String> time = instant(cell, custom);
        note(checks, key, time, Trouble.NO_DATE);
        time.ifPresent(value -> fields.put(key, value));
      }
      case "tag" -> {
        ArrayNode tags = fields.putArray(key);
        parts(cell).forEach(tags::add);
      }
      default -> fields.put(key, cell);
    }
  }

  /// A cell that holds several values, taken apart.
  static List<String> parts(String cell) {
    return List.of(cell.split("[;\n]")).stream()
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  static Optional<BigDecimal> wholeNumber(String cell) {
    return number(cell).filter(CustomCells::isWhole);
  }

  private static void note(Checks checks, String key, Optional<?> value, Trouble trouble) {
    if (value.isEmpty()) {
      Reason reason = Reason.of(trouble);
      checks.note(
          FIELD + key, "invalid.value", reason.in(Locale.ENGLISH), new Problem.Said(reason));
    }
  }

  /// What has no offset is in the file's time zone.
  private static Optional<String> instant(String cell, Custom custom) {
    if (INSTANT.matcher(cell).matches()) {
      return Optional.of(cell);
    }
    Matcher zoned = OFFSET.matcher(cell);
    if (!zoned.find()) {
      return DateOrder.read(cell, custom.dates()).map(local -> utc(local, custom.zone()));
    }
    String offset = zoned.group(1);
    ZoneId zone = Character.isLetter(offset.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(offset);
    return DateOrder.read(cell.substring(0, zoned.start()), custom.dates())
        .map(local -> utc(local, zone));
  }

  private static String utc(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).withZoneSameInstant(ZoneOffset.UTC).format(UTC);
  }

  private static Optional<BigDecimal> number(String cell) {
    try {
      return cell.length() > LONGEST_NUMBER
          ? Optional.empty()
          : Optional.of(new BigDecimal(withPoint(cell)))
              .filter(value -> Math.abs(value.scale()) <= LONGEST_NUMBER);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /// `1234,5` as most of Europe writes it; what has several marks, or could mean thousands, is left
  /// for nobody to guess.
  private static String withPoint(String cell) {
    return COMMA_NUMBER.matcher(cell).matches() ? cell.replace(',', '.') : cell;
  }

  /// Within what JSON's readers take for a whole number everywhere: 2^53.
  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0
        && value.abs().compareTo(BigDecimal.valueOf(9_007_199_254_740_991L)) <= 0;
  }
}
