package dev.callbook.testing.salesforce;

import dev.callbook.testing.salesforce.Soql.Condition;
import dev.callbook.testing.salesforce.Soql.Literal;
import dev.callbook.testing.salesforce.Soql.Order;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the records of a query.
final class SoqlRun {
  private static final DateTimeFormatter DATETIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

  private final Org org;
  private final Values values;
  // Whoever relies on an order must ask for one.
  private final Random shuffle = new Random(7);

  SoqlRun(Org org, Values values) {
    this.org = org;
    this.values = values;
  }

  /// @throws ApiError if a field or the object is not known, or a value does not fit its field
  List<Row> find(Soql query, boolean alsoDeleted) {
    ObjectType type = org.schema().get(query.from());
    query.fields().forEach(path -> values.field(type, path));
    query.order().forEach(order -> values.field(type, order.field()));
    if (query.where() != null) {
      check(type, query.where());
    }
    List<Row> found = new ArrayList<>();
    for (Row row : org.visible(type.name(), alsoDeleted)) {
      if (query.where() == null || holds(row, type, query.where())) {
        found.add(row);
      }
    }
    Collections.shuffle(found, shuffle);
    found.sort(comparator(type, query.order()));
    return query.limit() >= 0 && query.limit() < found.size()
        ? List.copyOf(found.subList(0, query.limit()))
        : List.copyOf(found);
  }

  private void check(ObjectType type, Condition condition) {
    switch (condition) {
      case Condition.All all -> all.parts().forEach(part -> check(type, part));
      case Condition.Any any -> any.parts().forEach(part -> check(type, part));
      case Condition.Not not -> check(type, not.part());
      case Condition.In in -> in.values().forEach(value -> check(type, in.field(), value));
      case Condition.Compares compares -> check(type, compares.field(), compares.value());
    }
  }

  private void check(ObjectType type, String path, Literal value) {
    Field field = values.field(type, path);
    boolean quoted = value.kind() == Literal.Kind.QUOTED;
    boolean fits =
        switch (field.type()) {
          case BOOLEAN -> value.kind() == Literal.Kind.BOOLEAN;
          case INT, DOUBLE, CURRENCY -> value.kind() == Literal.Kind.NUMBER;
          case DATE -> value.kind() == Literal.Kind.DATE;
          case DATETIME -> value.kind() == Literal.Kind.DATETIME;
          case ADDRESS -> false;
          default -> quoted;
        };
    if (!fits && value.kind() != Literal.Kind.NULL) {
      throw new ApiError(
          400,
          "INVALID_FIELD",
          "value of filter criterion for field '%s' must be of type %s and should %sbe enclosed in quotes"
              .formatted(path, field.type().name().toLowerCase(Locale.ROOT), quoted ? "not " : ""));
    }
  }

  private boolean holds(Row row, ObjectType type, Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().allMatch(part -> holds(row, type, part));
      case Condition.Any any -> any.parts().stream().anyMatch(part -> holds(row, type, part));
      case Condition.Not not -> !holds(row, type, not.part());
      case Condition.In in ->
          in.values().stream().anyMatch(value -> compare(row, type, in.field(), "=", value))
              != in.isNegated();
      case Condition.Compares compares ->
          compare(row, type, compares.field(), compares.operator(), compares.value());
    };
  }

  private boolean compare(Row row, ObjectType type, String path, String operator, Literal literal) {
    Field field = values.field(type, path);
    Object have = values.at(row, type, path);
    String text = literal.text();
    if (text == null || have == null) {
      return (have == null && text == null) == operator.equals("=")
          && (operator.equals("=") || operator.equals("!="));
    }
    if (operator.equals("like")) {
      return like(text).matcher(have.toString()).matches();
    }
    int sign = comparable(field, have).compareTo(literal(field, text));
    return switch (operator) {
      case "=" -> sign == 0;
      case "!=" -> sign != 0;
      case "<" -> sign < 0;
      case "<=" -> sign <= 0;
      case ">" -> sign > 0;
      default -> sign >= 0;
    };
  }

  private static Pattern like(String pattern) {
    String regex =
        pattern
            .codePoints()
            .mapToObj(Character::toString)
            .map(c -> c.equals("%") ? ".*" : c.equals("_") ? "." : Pattern.quote(c))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  /// Text compares without regard to case, ids with it.
  private static Comparable<Object> comparable(Field field, Object value) {
    Object key =
        switch (field.type()) {
          case ID, REFERENCE -> RecordIds.full(value.toString());
          case INT, DOUBLE, CURRENCY -> Double.valueOf(value.toString());
          case BOOLEAN, DATE, DATETIME -> value;
          default -> value.toString().toLowerCase(Locale.ROOT);
        };
    @SuppressWarnings("unchecked")
    Comparable<Object> comparable = (Comparable<Object>) key;
    return comparable;
  }

  private static Object literal(Field field, String text) {
    return switch (field.type()) {
      case ID, REFERENCE -> RecordIds.full(text);
      case INT, DOUBLE, CURRENCY -> Double.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case DATETIME -> datetime(text);
      default -> text.toLowerCase(Locale.ROOT);
    };
  }

  static Instant datetime(String text) {
    return text.endsWith("Z")
        ? Instant.parse(text)
        : OffsetDateTime.parse(text, DATETIME).toInstant();
  }

  private Comparator<Row> comparator(ObjectType type, List<Order> orders) {
    Comparator<Row> whole = (_, _) -> 0;
    for (Order order : orders) {
      Field field = values.field(type, order.field());
      whole = whole.thenComparing((one, two) -> compare(type, field, order, one, two));
    }
    return whole;
  }

  private int compare(ObjectType type, Field field, Order order, Row one, Row two) {
    @Nullable Object first = values.at(one, type, order.field());
    @Nullable Object second = values.at(two, type, order.field());
    if (first == null || second == null) {
      int sign = Boolean.compare(first != null, second != null);
      return order.nullsFirst() ? sign : -sign;
    }
    int sign =
        comparable(field, first).compareTo(comparable(field, Objects.requireNonNull(second)));
    return order.isDescending() ? -sign : sign;
  }
}
