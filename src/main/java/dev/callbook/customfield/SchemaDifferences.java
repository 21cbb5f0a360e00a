package dev.callbook.customfield;

import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a version of a schema changed, in words.
@ApplicationScoped
class SchemaDifferences {
  private static final BigDecimal MAX = BigDecimal.valueOf(CoreType.MAX_NUMBER);

  private final TypeWords types;
  private final Words words;

  SchemaDifferences(TypeWords types, Words words) {
    this.types = types;
    this.words = words;
  }

  /// One thing that differs.
  ///
  /// @param label the field and what of it, such as `Sites, largest value`
  /// @param before empty for nothing
  /// @param after empty for nothing
  record Difference(String label, String before, String after) {}

  /// A version as far as people see it.
  record Side(String name, boolean enabled, SchemaSketch sketch) {
    static Side of(Schema schema) {
      return new Side(schema.name(), schema.enabled(), new SchemaSketch(schema.document()));
    }
  }

  /// Field by field in the later one's order. @param before null for the first version
  List<Difference> between(@Nullable Side before, Side after) {
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    List<Difference> found = new ArrayList<>();
    if (before == null) {
      after.sketch().fields().values().forEach(field -> found.add(added(field)));
      return found;
    }
    add(found, say.schemaName(), before.name(), after.name());
    add(found, say.forNewRecords(), yesNo(before.enabled()), yesNo(after.enabled()));
    Map<String, SchemaField> old = before.sketch().fields();
    for (SchemaField field : after.sketch().fields().values()) {
      SchemaField was = old.get(field.key());
      if (was == null) {
        found.add(added(field));
      } else {
        aspects(found, was, field);
      }
    }
    List<String> kept =
        before.sketch().keys().stream().filter(key -> after.sketch().has(key)).toList();
    List<String> now =
        after.sketch().keys().stream().filter(key -> before.sketch().has(key)).toList();
    if (!kept.equals(now)) {
      add(found, say.order(), titles(before, kept), titles(after, now));
    }
    return found;
  }

  private static String titles(Side side, List<String> keys) {
    Map<String, SchemaField> fields = side.sketch().fields();
    return keys.stream()
        .map(key -> Objects.requireNonNull(fields.get(key)).title())
        .collect(Collectors.joining(", "));
  }

  private Difference added(SchemaField field) {
    return new Difference(
        words.of(CustomFieldMessages.class).newField(),
        "",
        field.title() + " (" + types.name(field.type()) + ")");
  }

  private void aspects(List<Difference> found, SchemaField was, SchemaField is) {
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    SequencedMap<String, String> before = aspects(was);
    SequencedMap<String, String> after = aspects(is);
    after.forEach((aspect, text) ->
        add(
            found,
            say.aspectOf(is.title(), aspect),
            Objects.requireNonNull(before.get(aspect)),
            text));
  }

  private SequencedMap<String, String> aspects(SchemaField field) {
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    texts.put(say.fieldName(), field.title());
    texts.put(say.hintUnder(), Objects.requireNonNullElse(field.description(), ""));
    texts.put(say.state(), field.disabled() ? say.retired() : say.inUse());
    texts.put(say.requiredField(), yesNo(field.required()));
    boolean isTag = field.type() == CoreType.TAG;
    texts.put(isTag ? say.shortestTag() : say.shortest(), count(field.minLength(), 0));
    texts.put(
        isTag ? say.longestTag() : say.longest(),
        count(field.maxLength(), field.type().maxLength()));
    texts.put(say.fewestTags(), count(field.minItems(), 0));
    texts.put(say.mostTags(), count(field.maxItems(), CoreType.MAX_TAGS));
    texts.put(say.noTagTwice(), yesNo(field.uniqueItems()));
    texts.put(say.smallest(), bound(field.minimum(), MAX.negate()));
    texts.put(say.largest(), bound(field.maximum(), MAX));
    texts.put(
        say.options(),
        field.options().stream()
            .map(option -> option.disabled() ? say.retiredOption(option.title()) : option.title())
            .collect(Collectors.joining(", ")));
    return texts;
  }

  private static String count(int value, int usual) {
    return value == usual ? "" : String.valueOf(value);
  }

  private static String bound(BigDecimal value, BigDecimal usual) {
    return value.compareTo(usual) == 0 ? "" : value.toPlainString();
  }

  private String yesNo(boolean value) {
    WebMessages say = words.of(WebMessages.class);
    return value ? say.yes() : say.no();
  }

  private static void add(List<Difference> found, String label, String before, String after) {
    if (!before.equals(after)) {
      found.add(new Difference(label, before, after));
    }
  }
}
