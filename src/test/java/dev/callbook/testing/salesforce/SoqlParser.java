package dev.callbook.testing.salesforce;

import dev.callbook.testing.salesforce.Soql.Condition;
import dev.callbook.testing.salesforce.Soql.Literal;
import dev.callbook.testing.salesforce.Soql.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a query, or says where it stops making sense.
final class SoqlParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<quoted>'(?:[^'\\\\]|\\\\.)*')"
              + "|(?<datetime>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d))"
              + "|(?<date>\\d{4}-\\d\\d-\\d\\d)|(?<number>[+-]?\\d+(?:\\.\\d+)?)"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)"
              + "|(?<sign><=|>=|!=|<>|[=<>(),]))");

  private record Token(String kind, String text, int at) {}

  private final String query;
  private final List<Token> tokens;
  private int next;

  private SoqlParser(String query) {
    this.query = query;
    this.tokens = tokens(query);
  }

  /// @throws ApiError `MALFORMED_QUERY`
  static Soql parse(String query) {
    SoqlParser parser = new SoqlParser(query);
    Soql read = parser.query();
    if (parser.next < parser.tokens.size()) {
      throw parser.unexpected();
    }
    return read;
  }

  private static List<Token> tokens(String query) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(query);
    int at = 0;
    while (at < query.stripTrailing().length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new ApiError(400, "MALFORMED_QUERY", "unexpected character at position " + at);
      }
      for (String kind : List.of("quoted", "datetime", "date", "number", "word", "sign")) {
        if (matcher.group(kind) != null) {
          tokens.add(new Token(kind, matcher.group(kind), matcher.start(kind)));
        }
      }
      at = matcher.end();
    }
    return tokens;
  }

  private Soql query() {
    expect("select");
    boolean count = false;
    List<String> fields = new ArrayList<>();
    if (accept("count")) {
      expect("(");
      expect(")");
      count = true;
    } else {
      fields = listed(this::name);
    }
    expect("from");
    String from = name();
    Condition where = accept("where") ? condition() : null;
    List<Order> order = List.of();
    if (accept("order")) {
      expect("by");
      order = listed(this::order);
    }
    int limit = accept("limit") ? Integer.parseInt(take("number").text()) : -1;
    return new Soql(fields, count, from, where, order, limit);
  }

  private Order order() {
    String field = name();
    boolean descending = accept("desc");
    if (!descending) {
      accept("asc");
    }
    boolean nullsFirst = true;
    if (accept("nulls")) {
      nullsFirst = accept("first");
      if (!nullsFirst) {
        expect("last");
      }
    }
    return new Order(field, descending, nullsFirst);
  }

  /// AND and OR do not mix without parentheses.
  private Condition condition() {
    Condition first = negatable();
    if (!isNext("and") && !isNext("or")) {
      return first;
    }
    boolean all = isNext("and");
    List<Condition> parts = new ArrayList<>(List.of(first));
    while (accept(all ? "and" : "or")) {
      parts.add(negatable());
    }
    if (isNext("and") || isNext("or")) {
      throw unexpected();
    }
    return all ? new Condition.All(parts) : new Condition.Any(parts);
  }

  private Condition negatable() {
    if (accept("not")) {
      return new Condition.Not(single());
    }
    return single();
  }

  private Condition single() {
    if (accept("(")) {
      Condition inside = condition();
      expect(")");
      return inside;
    }
    String field = name();
    if (accept("in")) {
      return new Condition.In(field, false, values());
    }
    if (accept("not")) {
      expect("in");
      return new Condition.In(field, true, values());
    }
    if (accept("like")) {
      return new Condition.Compares(field, "like", literal());
    }
    Token operator = take("sign");
    if (!operator.text().matches("<=|>=|!=|<>|[=<>]")) {
      next--;
      throw unexpected();
    }
    return new Condition.Compares(
        field, operator.text().equals("<>") ? "!=" : operator.text(), literal());
  }

  private List<Literal> values() {
    expect("(");
    List<Literal> values = listed(this::literal);
    expect(")");
    return values;
  }

  private Literal literal() {
    if (next >= tokens.size()) {
      throw unexpected();
    }
    Token token = tokens.get(next++);
    return switch (token.kind()) {
      case "quoted" -> new Literal(Literal.Kind.QUOTED, unquoted(token.text()));
      case "number" -> new Literal(Literal.Kind.NUMBER, token.text());
      case "date" -> new Literal(Literal.Kind.DATE, token.text());
      case "datetime" -> new Literal(Literal.Kind.DATETIME, token.text());
      default -> constant(token);
    };
  }

  private Literal constant(Token token) {
    String text = token.text().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "null" -> new Literal(Literal.Kind.NULL, null);
      case "true", "false" -> new Literal(Literal.Kind.BOOLEAN, text);
      default -> {
        next--;
        throw unexpected();
      }
    };
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1)
        .replaceAll("\\\\n", "\n")
        .replaceAll("\\\\(.)", "$1");
  }

  private <T> List<T> listed(Supplier<T> item) {
    List<T> items = new ArrayList<>();
    do {
      items.add(item.get());
    } while (accept(","));
    return items;
  }

  private String name() {
    return take("word").text();
  }

  private Token take(String kind) {
    if (next >= tokens.size() || !tokens.get(next).kind().equals(kind)) {
      throw unexpected();
    }
    return tokens.get(next++);
  }

  private boolean isNext(String text) {
    return next < tokens.size() && tokens.get(next).text().equalsIgnoreCase(text);
  }

  private boolean accept(String text) {
    if (isNext(text)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String text) {
    if (!accept(text)) {
      throw unexpected();
    }
  }

  private ApiError unexpected() {
    @Nullable Token token = next < tokens.size() ? tokens.get(next) : null;
    String what = token == null ? "<EOF>" : token.text();
    int column = token == null ? query.length() : token.at() + 1;
    return new ApiError(
        400,
        "MALFORMED_QUERY",
        "\n%s\n%s^\nERROR at Row:1:Column:%d\nunexpected token: '%s'"
            .formatted(query, " ".repeat(Math.max(0, column - 1)), column, what));
  }
}
