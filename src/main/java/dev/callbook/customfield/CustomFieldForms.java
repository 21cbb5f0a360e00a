package dev.callbook.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.change.Conflict.Difference;
import dev.callbook.customfield.CustomFieldForm.Kept;
import dev.callbook.directory.SchemaRef;
import dev.callbook.web.Choice;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The custom fields of the forms that make and change records.
///
/// A record keeps the schema it follows; one that follows none is offered the one that an admin put
/// first, else the oldest that may be taken up, and where there are several, the person picks.
/// Whoever changes a value brings the record to the newest version; a form whose custom fields were
/// left alone changes nothing of them, so that a field that became required stops nobody who
/// corrects a telephone number.
@ApplicationScoped
public class CustomFieldForms {
  private final KnownSchemas schemas;
  private final CustomFieldFacts facts;
  private final FieldInputs inputs;
  private final Words words;

  CustomFieldForms(KnownSchemas schemas, CustomFieldFacts facts, FieldInputs inputs, Words words) {
    this.schemas = schemas;
    this.facts = facts;
    this.inputs = inputs;
    this.words = words;
  }

  /// What the form shows.
  ///
  /// @param stored what the record holds; nothing for a new one
  /// @param post what was typed, which stays; [CustomFieldPost#NONE] for a form that is opened
  public CustomFieldForm form(
      Scope scope, SchemaKind kind, CustomValues stored, CustomFieldPost post) {
    List<KnownSchema> open = schemas.open(scope.org(), kind);
    KnownSchema shown = shown(scope, kind, stored, post, open).orElse(null);
    List<Choice> picker =
        stored.schema() == null && open.size() > 1 ? picker(open, shown) : List.of();
    if (shown == null) {
      return new CustomFieldForm("", "", picker, List.of(), List.of());
    }
    ObjectNode held = held(shown, stored);
    return new CustomFieldForm(
        shown.newest().isOpen() ? shown.newest().id().toString() : "",
        shown.newest().name(),
        picker,
        shown.newestFields().values().stream()
            .filter(field -> !shown.isDisabled(field))
            .map(field -> inputs.of(field, held.get(field.key()), post))
            .toList(),
        kept(shown, held, post));
  }

  /// The posted schema's fields, else those of the record's, else of the oldest.
  private Optional<KnownSchema> shown(
      Scope scope,
      SchemaKind kind,
      CustomValues stored,
      CustomFieldPost post,
      List<KnownSchema> open) {
    if (post.schema() != null) {
      return posted(scope, kind, post);
    }
    SchemaRef followed = stored.schema();
    return followed == null
        ? open.stream().findFirst()
        : schemas.find(scope.org(), kind, followed.id());
  }

  private Optional<KnownSchema> posted(Scope scope, SchemaKind kind, CustomFieldPost post) {
    return Parse.isAbsent(post.schema())
        ? Optional.empty()
        : schemas.find(scope.org(), kind, Parse.id("schema", String.valueOf(post.schema())));
  }

  private List<Choice> picker(List<KnownSchema> open, @Nullable KnownSchema shown) {
    Choice none = new Choice("", words.of(WebMessages.class).none(), shown == null);
    return Stream.concat(
            open.stream()
                .map(known ->
                    new Choice(
                        known.newest().id().toString(),
                        known.newest().name(),
                        shown != null && known.newest().id().equals(shown.newest().id()))),
            Stream.of(none))
        .toList();
  }

  private static ObjectNode held(KnownSchema known, CustomValues stored) {
    boolean isSame = stored.schema() != null && stored.schema().id().equals(known.newest().id());
    return isSame && stored.values() != null
        ? stored.values()
        : JsonNodeFactory.instance.objectNode();
  }

  /// Fields that take no value: what they hold, or what was typed before they were taken out of
  /// use.
  private List<Kept> kept(KnownSchema known, ObjectNode held, CustomFieldPost post) {
    List<Kept> kept = new ArrayList<>();
    for (SchemaField field : known.newestFields().values()) {
      JsonNode value = held.get(field.key());
      String text = value == null ? post.text(field.key()) : facts.text(field, value);
      if (known.isDisabled(field) && !text.isEmpty()) {
        kept.add(new Kept(CustomFieldPost.input(field.key()), field.title(), text));
      }
    }
    return kept;
  }

  /// What the record should hold by what was posted, not checked yet.
  ///
  /// @param stored what it holds; nothing for a new one
  /// @param isNew whether the record is being made: what its schema requires is required then, even
  ///   of someone who typed nothing
  public CustomValues read(
      Scope scope, SchemaKind kind, CustomValues stored, CustomFieldPost post, boolean isNew) {
    if (Parse.isAbsent(post.schema())) {
      return stored;
    }
    KnownSchema known = posted(scope, kind, post).orElse(null);
    if (known == null) {
      // Unknown, and refused so by the check of values.
      return new CustomValues(
          SchemaRef.newest(Parse.id("schema", String.valueOf(post.schema()))), null);
    }
    boolean isAnother =
        stored.schema() != null && !stored.schema().id().equals(known.newest().id());
    if (isAnother && !post.mine()) {
      return stored;
    }
    ObjectNode held = held(known, stored);
    ObjectNode values = typed(known, held, post);
    boolean isRequired =
        isNew && known.newestFields().values().stream().anyMatch(SchemaField::required);
    if (values.equals(held) && !isAnother && !isRequired) {
      return stored;
    }
    answerBoxes(known, values, post);
    return new CustomValues(
        new SchemaRef(known.newest().id(), known.newest().version()),
        values.isEmpty() ? null : values);
  }

  /// The values that were typed over those that are held. What still reads as it was shown stays
  /// exactly as it is: a form shows less than a value may hold, such as the seconds of a time.
  private ObjectNode typed(KnownSchema known, ObjectNode held, CustomFieldPost post) {
    Locale language = words.locale();
    ObjectNode values = held.deepCopy();
    for (SchemaField field : known.newestFields().values()) {
      String key = field.key();
      String text = post.text(key).strip();
      if (post.says(key) && !text.equals(TypedValues.text(field, held.get(key), language))) {
        JsonNode value = TypedValues.value(field, text, language);
        if (value == null) {
          values.remove(key);
        } else {
          values.set(key, value);
        }
      }
    }
    return values;
  }

  /// A box that nobody ticked says no, where it must say something.
  private static void answerBoxes(KnownSchema known, ObjectNode values, CustomFieldPost post) {
    known.newestFields().values().stream()
        .filter(field -> field.type() == CoreType.CHECKBOX && field.required())
        .filter(field -> post.says(field.key()) && !values.has(field.key()))
        .forEach(field -> values.set(field.key(), BooleanNode.FALSE));
  }

  /// What the form would change of what someone else saved meanwhile, field by field; all in one
  /// where both follow different schemas.
  public List<Difference> differences(
      Scope scope, SchemaKind kind, CustomValues saved, CustomFieldPost post) {
    CustomValues yours = read(scope, kind, saved, post.preferred(), false);
    SchemaRef schema = yours.schema() == null ? saved.schema() : yours.schema();
    if (schema == null || saved.equals(yours)) {
      return List.of();
    }
    if (saved.schema() != null && !saved.schema().id().equals(schema.id())) {
      return List.of(
          new Difference(
              CustomFieldPost.wholeDifference(),
              words.of(WebMessages.class).customFields(),
              facts.inWords(scope, kind, saved.schema(), saved.values()),
              facts.inWords(scope, kind, schema, yours.values())));
    }
    List<Difference> found = new ArrayList<>();
    for (SchemaField field : facts.fields(scope, kind, schema).values()) {
      JsonNode was = saved.values() == null ? null : saved.values().get(field.key());
      JsonNode is = yours.values() == null ? null : yours.values().get(field.key());
      if (!Objects.equals(was, is)) {
        found.add(
            new Difference(
                CustomFieldPost.difference(field.key()),
                field.title(),
                was == null ? "" : facts.text(field, was),
                is == null ? "" : facts.text(field, is)));
      }
    }
    return found;
  }
}
