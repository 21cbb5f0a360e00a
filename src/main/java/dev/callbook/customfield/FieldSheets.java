package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.callbook.directory.Checks;
import dev.callbook.web.FormErrors;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Writes a field's definition into the inputs of the editor and reads it from them.
@ApplicationScoped
class FieldSheets {
  private static final String NEW = "+";
  private static final Pattern OPTION = Pattern.compile("(?:enum\\[|_enumProperties)(\\d*).*");

  private final TypeWords types;
  private final RefusalWords refusals;
  private final Words words;

  FieldSheets(TypeWords types, RefusalWords refusals, Words words) {
    this.types = types;
    this.refusals = refusals;
    this.words = words;
  }

  /// An input for a limit and where the document keeps it.
  private record Place(String id, String pointer, boolean isCount) {
    String name() {
      return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
  }

  private static List<Place> places(CoreType type) {
    return switch (type) {
      case TEXT, LONGTEXT, URL, IDENTIFIER ->
          List.of(new Place("least", "/minLength", true), new Place("most", "/maxLength", true));
      case INTEGER, NUMBER ->
          List.of(new Place("least", "/minimum", false), new Place("most", "/maximum", false));
      case TAG ->
          List.of(
              new Place("least", "/minItems", true),
              new Place("most", "/maxItems", true),
              new Place("itemLeast", "/items/minLength", true),
              new Place("itemMost", "/items/maxLength", true));
      case ENUM, DATE, DATETIME, CHECKBOX -> List.of();
    };
  }

  /// The type of a field that is open: by its key, or by what stands for a new one.
  static CoreType typeOf(String open) {
    return (open.startsWith(NEW) ? CoreType.ofWord(open.substring(1)) : CoreType.ofKey(open))
        .orElseThrow(() -> new Invalid("open", "invalid.value", "open names no field."));
  }

  /// What stands for a new field of a type.
  static String fresh(CoreType type) {
    return NEW + type.word();
  }

  /// Whether that stands for a field that is being added.
  static boolean isFresh(String open) {
    return open.startsWith(NEW);
  }

  /// The inputs as the document fills them.
  FieldSheet of(SchemaSketch sketch, String open) {
    CoreType type = typeOf(open);
    ObjectNode property = sketch.property(open, type);
    SchemaField field = sketch.fields().get(open);
    return new FieldSheet(
        isFresh(open) ? "" : open,
        type.word(),
        types.name(type),
        property.path("title").asText(),
        property.path("description").asText(),
        field != null && field.required(),
        places(type).stream().map(place -> limit(place, type, property)).toList(),
        type == CoreType.TAG,
        property.path("uniqueItems").asBoolean(),
        type == CoreType.ENUM,
        options(field == null ? List.of() : field.options()),
        "");
  }

  private static List<FieldSheet.Option> options(List<SchemaField.Option> options) {
    return IntStream.range(0, options.size())
        .mapToObj(place ->
            new FieldSheet.Option(
                place,
                options.get(place).value(),
                options.get(place).title(),
                options.get(place).disabled()))
        .toList();
  }

  private FieldSheet.Limit limit(Place place, CoreType type, ObjectNode property) {
    JsonNode value = property.at(place.pointer());
    return limit(
        place,
        type,
        value.isMissingNode()
            ? ""
            : place.isCount() ? value.asText() : TypedValues.number(value, words.locale()));
  }

  private FieldSheet.Limit limit(Place place, CoreType type, String value) {
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    String label =
        switch (place.name()) {
          case "minLength" -> place.id().equals("itemLeast") ? say.shortestTag() : say.shortest();
          case "maxLength" -> place.id().equals("itemMost") ? say.longestTag() : say.longest();
          case "minItems" -> say.fewestTags();
          case "maxItems" -> say.mostTags();
          case "minimum" -> say.smallest();
          default -> say.largest();
        };
    String hint =
        switch (place.name()) {
          case "maxLength" -> say.atMost(type.maxLength());
          case "maxItems" -> say.atMost(CoreType.MAX_TAGS);
          default -> "";
        };
    return new FieldSheet.Limit(
        place.id(), label, value, hint, type == CoreType.NUMBER ? "decimal" : "numeric");
  }

  /// What was read. @param key of the field that was written; empty if it breaks a rule
  record Applied(SchemaSketch sketch, String key, FormErrors errors) {}

  /// The draft with the field as its inputs say; as it was where they break a rule.
  Applied apply(SchemaSketch sketch, EditorPost post) {
    String open = post.open();
    CoreType type = typeOf(open);
    if (!isFresh(open) && !sketch.has(open)) {
      throw new Invalid("open", "unknown", "open names no field of the draft.");
    }
    ObjectNode property = read(sketch.property(open, type), type, post);
    String key = isFresh(open) ? sketch.freshKey(property.path("title").asText(), type) : open;
    SchemaSketch changed = sketch.with(key, property, isRequired(sketch, open, post));
    Checks checks = new Checks();
    ObjectNode document = SchemaChecks.read(checks, "draft", changed.document());
    try {
      checks.refuseIfAny();
    } catch (Invalid refused) {
      return new Applied(sketch, "", errors(type, key, refused));
    }
    return new Applied(new SchemaSketch(document), key, FormErrors.none());
  }

  /// A retired field can ask nothing of anybody.
  private static boolean isRequired(SchemaSketch sketch, String open, EditorPost post) {
    SchemaField before = sketch.fields().get(open);
    return post.text("required").equals("true") && (before == null || !before.disabled());
  }

  private ObjectNode read(ObjectNode property, CoreType type, EditorPost post) {
    property.put("title", post.text("title"));
    property.put("description", post.text("description"));
    places(type).forEach(place -> readLimit(property, place, post.text(place.id()).strip()));
    if (type == CoreType.TAG) {
      boolean unique = post.text("unique").equals("true");
      if (unique != property.path("uniqueItems").asBoolean()) {
        property.put("uniqueItems", unique);
      }
    }
    if (type == CoreType.ENUM) {
      readOptions(property, post);
    }
    return property;
  }

  /// What reads the same stays exactly as it is: a form that changed nothing makes no version.
  private void readLimit(ObjectNode property, Place place, String text) {
    JsonNode held = property.at(place.pointer());
    if (text.isEmpty() && held.isMissingNode()) {
      return;
    }
    ObjectNode holder =
        place.pointer().startsWith("/items/") ? property.withObject("/items") : property;
    if (text.isEmpty()) {
      holder.remove(place.name());
      return;
    }
    // What is no number stays a text, which the checks refuse.
    JsonNode typed = TypedValues.number(text, words.locale());
    boolean isSame =
        held.isNumber()
            && typed.isNumber()
            && held.decimalValue().compareTo(typed.decimalValue()) == 0;
    if (!isSame) {
      holder.set(place.name(), typed);
    }
  }

  private static void readOptions(ObjectNode property, EditorPost post) {
    ArrayNode values = property.withArray("/enum");
    ObjectNode more = property.withObject("/_enumProperties");
    for (int i = 0; i < values.size(); i++) {
      ObjectNode option = more.withObject("/" + escaped(values.get(i).asText()));
      String title = post.text("option-title-" + i).strip();
      if (title.isEmpty() || (title.equals(values.get(i).asText()) && !option.has("title"))) {
        option.remove("title");
      } else {
        option.put("title", title);
      }
      boolean retired = post.text("option-retired-" + i).equals("true");
      if (retired != option.path("_disabled").asBoolean()) {
        option.put("_disabled", retired);
      }
    }
    post.text("newOptions")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(values::add);
    List<String> blank = new ArrayList<>();
    more.properties()
        .forEach(option -> {
          if (option.getValue().isEmpty()) {
            blank.add(option.getKey());
          }
        });
    more.remove(blank);
    if (more.isEmpty()) {
      property.remove("_enumProperties");
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /// The draft with an option of the open list a place further up or down.
  static SchemaSketch movingOption(SchemaSketch sketch, String key, int place, int steps) {
    SchemaField field = sketch.fields().get(key);
    if (field == null || place >= field.options().size()) {
      return sketch;
    }
    ObjectNode property = sketch.property(key, field.type());
    List<JsonNode> options = new ArrayList<>();
    property.path("enum").forEach(options::add);
    JsonNode moved = options.remove(place);
    options.add(Math.clamp((long) place + steps, 0, options.size()), moved);
    ArrayNode values = property.putArray("enum");
    options.forEach(option -> values.add(TextNode.valueOf(option.asText())));
    return sketch.with(key, property, field.required());
  }

  private FormErrors errors(CoreType type, String key, Invalid refused) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (FieldError error : refused.errors()) {
      String name = error.field().replace("jsonSchema.properties." + key + ".", "");
      errors.putIfAbsent(inputOf(type, name), sentence(name, error));
    }
    return new FormErrors(errors);
  }

  private static String inputOf(CoreType type, String name) {
    Matcher option = OPTION.matcher(name);
    if (option.matches()) {
      return "newOptions";
    }
    String pointer = "/" + name.replace('.', '/');
    return places(type).stream()
        .filter(place -> place.pointer().equals(pointer))
        .map(Place::id)
        .findFirst()
        .orElse(name.equals("description") ? name : "title");
  }

  private String sentence(String name, FieldError error) {
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    if (name.equals("title") && error.problem() instanceof Problem.Missing) {
      return say.nameTheField();
    }
    if (name.startsWith("enum") && !(error.problem() instanceof Problem.TooLong)) {
      return say.optionsWrong(CoreType.MAX_OPTIONS);
    }
    if (name.equals("jsonSchema.properties")) {
      return say.tooManyFields(SchemaLimits.FIELDS);
    }
    // The only other rule of a limit whose words say no more.
    return error.problem() instanceof Problem.Unreadable
            && name.toLowerCase(Locale.ROOT).contains("min")
        ? say.leastAboveMost()
        : refusals.of(error);
  }

  /// The inputs as they were typed.
  FieldSheet typed(SchemaSketch sketch, EditorPost post) {
    FieldSheet held = of(sketch, post.open());
    CoreType type = typeOf(post.open());
    return new FieldSheet(
        held.key(),
        held.type(),
        held.typeName(),
        post.text("title"),
        post.text("description"),
        post.text("required").equals("true"),
        places(type).stream().map(place -> limit(place, type, post.text(place.id()))).toList(),
        held.isTags(),
        post.text("unique").equals("true"),
        held.isList(),
        held.options().stream()
            .map(option ->
                new FieldSheet.Option(
                    option.place(),
                    option.value(),
                    post.text("option-title-" + option.place()),
                    post.text("option-retired-" + option.place()).equals("true")))
            .toList(),
        post.text("newOptions"));
  }
}
