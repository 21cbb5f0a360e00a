package dev.callbook.customfield;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A core type on the wire: what its values are, and what an author may limit. Source: model
/// `Coretype`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoretypeJson(
    String id,
    String name,
    int version,
    PrimitiveJson schema,
    boolean current,
    List<String> validationFields,
    @Nullable Map<String, BoundsJson> validationLimits,
    @Nullable List<String> itemValidationFields,
    @Nullable Map<String, BoundsJson> itemValidationLimits,
    String selfUri) {

  /// The JSON that values are made of. Source: model `Schema`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PrimitiveJson(
      String title,
      String description,
      List<String> type,
      @Nullable ItemsJson items,
      @Nullable String pattern) {}

  /// Source: model `Items`.
  public record ItemsJson(String type) {}

  /// The smallest and the largest number that an author may set.
  public record BoundsJson(long min, long max) {}

  /// Source: model `CoretypeListing`.
  public record ListingJson(long total, List<CoretypeJson> entities, String selfUri) {}

  static ListingJson all(SchemaKind kind) {
    List<CoretypeJson> all = Arrays.stream(CoreType.values()).map(type -> of(kind, type)).toList();
    return new ListingJson(all.size(), all, kind.path() + "/coretypes");
  }

  static CoretypeJson of(SchemaKind kind, CoreType type) {
    boolean isTag = type == CoreType.TAG;
    return new CoretypeJson(
        type.word(),
        type.word(),
        1,
        primitive(type),
        true,
        FieldChecks.limits(type).stream().sorted().toList(),
        limits(type),
        isTag ? List.of("maxLength", "minLength") : null,
        isTag ? lengths(type) : null,
        kind.path() + "/coretypes/" + type.word());
  }

  private static PrimitiveJson primitive(CoreType type) {
    return switch (type) {
      case TEXT -> text("Text", "A short text.", null);
      case LONGTEXT -> text("Long text", "A text of several lines.", null);
      case URL -> text("Web address", "An http or https address.", "^https?://\\S+$");
      case IDENTIFIER -> text("Identifier", "A text that finds the record it stands in.", null);
      case ENUM -> text("Choice", "One of the options.", null);
      case TAG ->
          new PrimitiveJson(
              "Tags",
              "Texts that find the record they stand in.",
              List.of("array"),
              new ItemsJson("string"),
              null);
      case INTEGER -> plain("Whole number", "A number without a fraction.", "integer");
      case NUMBER -> plain("Number", "A number, with a fraction or without.", "number");
      case DATE -> text("Date", "A day of the calendar.", "^" + ValueChecks.DATE + "$");
      case DATETIME ->
          text("Date and time", "A moment; kept in UTC.", "^" + ValueChecks.DATETIME + "$");
      case CHECKBOX -> plain("Checkbox", "Yes or no.", "boolean");
    };
  }

  private static PrimitiveJson text(String title, String description, @Nullable String pattern) {
    return new PrimitiveJson(title, description, List.of("string"), null, pattern);
  }

  private static PrimitiveJson plain(String title, String description, String type) {
    return new PrimitiveJson(title, description, List.of(type), null, null);
  }

  private static @Nullable Map<String, BoundsJson> limits(CoreType type) {
    return switch (type) {
      case TEXT, LONGTEXT, URL, IDENTIFIER -> lengths(type);
      case TAG -> between("minItems", "maxItems", 0, CoreType.MAX_TAGS);
      case INTEGER, NUMBER ->
          between("minimum", "maximum", -CoreType.MAX_NUMBER, CoreType.MAX_NUMBER);
      case ENUM, DATE, DATETIME, CHECKBOX -> null;
    };
  }

  private static Map<String, BoundsJson> lengths(CoreType type) {
    return between("minLength", "maxLength", 0, type.maxLength());
  }

  private static Map<String, BoundsJson> between(String least, String largest, long from, long to) {
    Map<String, BoundsJson> limits = new LinkedHashMap<>();
    limits.put(least, new BoundsJson(from, to));
    limits.put(largest, new BoundsJson(from == 0 ? 1 : from, to));
    return limits;
  }
}
