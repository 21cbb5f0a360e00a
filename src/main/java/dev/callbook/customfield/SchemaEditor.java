package dev.callbook.customfield;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.customfield.EditorView.Beside;
import dev.callbook.customfield.EditorView.Overtaken;
import dev.callbook.customfield.EditorView.Row;
import dev.callbook.customfield.EditorView.Sheet;
import dev.callbook.customfield.SchemaDifferences.Side;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The next version of a schema while an admin works on it. It lives in the page: every button
/// posts it whole and is answered with the next state of it; nothing is kept before it is
/// published.
@ApplicationScoped
class SchemaEditor {
  private static final int MAX_CHANGES = 100;

  private final Schemas schemas;
  private final SchemaDifferences differences;
  private final FieldSheets sheets;
  private final FieldInputs inputs;
  private final TypeWords types;
  private final Changes changes;
  private final ObjectMapper json;
  private final Words words;

  SchemaEditor(
      Schemas schemas,
      SchemaDifferences differences,
      FieldSheets sheets,
      FieldInputs inputs,
      TypeWords types,
      Changes changes,
      ObjectMapper json,
      Words words) {
    this.schemas = schemas;
    this.differences = differences;
    this.sheets = sheets;
    this.inputs = inputs;
    this.types = types;
    this.changes = changes;
    this.json = json;
    this.words = words;
  }

  /// The state of the work.
  ///
  /// @param name what the schema shall be called
  /// @param open see [EditorPost#open]
  /// @param typed the inputs of the open field as they were typed; null for as the draft says
  /// @param errors of the open field and the name
  /// @param moved the field whose button was pressed, and which; empty for none
  record Work(
      Schema newest,
      int seenVersion,
      String name,
      SchemaSketch sketch,
      String open,
      @Nullable EditorPost typed,
      FormErrors errors,
      String moved,
      String button,
      @Nullable Overtaken overtaken) {

    static Work opened(Schema newest, String open) {
      return new Work(
          newest,
          newest.version(),
          newest.name(),
          new SchemaSketch(newest.document()),
          open,
          null,
          FormErrors.none(),
          "",
          "",
          null);
    }

    Work with(SchemaSketch next, String nowOpen) {
      return new Work(
          newest,
          seenVersion,
          name,
          next,
          nowOpen,
          null,
          FormErrors.none(),
          moved,
          button,
          overtaken);
    }

    Work pressed(String field, String what) {
      return new Work(
          newest, seenVersion, name, sketch, open, typed, errors, field, what, overtaken);
    }

    Work refused(@Nullable EditorPost post, FormErrors why) {
      return new Work(newest, seenVersion, name, sketch, open, post, why, moved, button, overtaken);
    }
  }

  /// The work as it was posted, and done with it what the button says.
  ///
  /// @throws dev.callbook.wire.Refusal.NotFound if there is no such schema
  /// @throws dev.callbook.wire.Refusal.Invalid if the form was not made by the editor
  Work read(Scope scope, EditorPost post) {
    Schema newest = schemas.get(scope, post.schema());
    Work work =
        new Work(
            newest,
            post.version(),
            post.name(),
            post.sketch(json),
            post.open(),
            null,
            FormErrors.none(),
            "",
            "",
            null);
    boolean drops = post.command().verb().equals("close");
    return work.open().isEmpty() || drops ? work.with(work.sketch(), "") : applied(work, post);
  }

  private Work applied(Work work, EditorPost post) {
    FieldSheets.Applied applied = sheets.apply(work.sketch(), post);
    return applied.errors().any()
        ? work.refused(post, applied.errors())
        : work.with(applied.sketch(), applied.key());
  }

  /// The work after a button that only changes the draft.
  Work after(Work work, EditorPost.Command command) {
    String what = command.what();
    SchemaSketch sketch = work.sketch();
    boolean isField = sketch.has(what);
    return switch (command.verb()) {
      case "open" -> isField ? work.with(sketch, what).pressed(what, "edit") : work;
      case "new" -> work.with(sketch, FieldSheets.fresh(FieldSheets.typeOf("+" + what)));
      case "up" -> isField ? work.with(sketch.moving(what, -1), "").pressed(what, "up") : work;
      case "down" -> isField ? work.with(sketch.moving(what, 1), "").pressed(what, "down") : work;
      case "retire" -> isField ? work.with(sketch.retiring(what), "").pressed(what, "edit") : work;
      case "restore" ->
          isField ? work.with(sketch.restoring(what), "").pressed(what, "edit") : work;
      case "drop" -> isField && isNew(work, what) ? work.with(sketch.without(what), "") : work;
      case "option-up" -> movedOption(work, command, -1);
      case "option-down" -> movedOption(work, command, 1);
      // Done with the field, and whatever nobody knows.
      default -> work.with(sketch, "").pressed(work.open(), "edit");
    };
  }

  private static Work movedOption(Work work, EditorPost.Command command, int steps) {
    return command
        .place()
        .map(place ->
            work.with(
                    FieldSheets.movingOption(work.sketch(), work.open(), place, steps), work.open())
                .pressed(work.open(), command.verb() + Math.max(0, place + steps)))
        .orElse(work);
  }

  private static boolean isNew(Work work, String key) {
    return !new SchemaSketch(work.newest().document()).has(key);
  }

  /// What is published.
  Schemas.Draft draft(Work work) {
    ObjectNode document = work.sketch().document().deepCopy();
    document.put("title", work.name().strip());
    return new Schemas.Draft(work.name(), null, document);
  }

  /// The work on top of what somebody else published meanwhile.
  ///
  /// @throws dev.callbook.wire.Refusal.NotFound if there is no such version
  Work onto(Scope scope, Work work, Schema theirs) {
    Schema seen = schemas.version(scope, theirs.kind(), theirs.id(), work.seenVersion());
    SchemaSketch base = new SchemaSketch(seen.document());
    SchemaSketch other = new SchemaSketch(theirs.document());
    String both =
        work.sketch().keys().stream()
            .filter(key -> other.has(key) && base.has(key))
            .filter(key -> work.sketch().isChanged(base, key) && other.isChanged(base, key))
            .map(key -> Objects.requireNonNull(work.sketch().fields().get(key)).title())
            .collect(Collectors.joining(", "));
    return new Work(
        theirs,
        theirs.version(),
        work.name().equals(seen.name()) ? theirs.name() : work.name(),
        work.sketch().onto(base, other),
        "",
        null,
        FormErrors.none(),
        "",
        "",
        new Overtaken(
            theirs.version(),
            author(scope, theirs),
            differences.between(Side.of(seen), Side.of(theirs)),
            both));
  }

  private String author(Scope scope, Schema version) {
    return changes.of(scope, version.id(), null, MAX_CHANGES).stream()
        .filter(change -> change.version() == version.version())
        .map(Change::actorName)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("Callbook");
  }

  Sheet sheet(Work work) {
    Schema newest = work.newest();
    Beside beside = beside(work);
    return new Sheet(
        newest.id().toString(),
        SchemaPages.word(newest.kind()),
        work.name(),
        work.seenVersion(),
        newest.version() + 1,
        !beside.changes().isEmpty(),
        work.sketch().document().toString(),
        summary(work.sketch()),
        work.open(),
        rows(work),
        FieldSheets.isFresh(work.open()) ? inputs(work) : null,
        Arrays.stream(CoreType.values())
            .map(type -> new EditorView.Type(type.word(), types.name(type), TypeWords.icon(type)))
            .toList(),
        work.errors(),
        work.overtaken(),
        beside);
  }

  private FieldSheet inputs(Work work) {
    return work.typed() == null
        ? sheets.of(work.sketch(), work.open())
        : sheets.typed(work.sketch(), work.typed());
  }

  private String summary(SchemaSketch sketch) {
    int retired = (int) sketch.fields().values().stream().filter(SchemaField::disabled).count();
    return words
        .of(CustomFieldMessages.class)
        .fieldsUsed(sketch.keys().size(), SchemaLimits.FIELDS, retired);
  }

  private List<Row> rows(Work work) {
    List<Row> rows = new ArrayList<>();
    List<SchemaField> fields = List.copyOf(work.sketch().fields().values());
    for (SchemaField field : fields) {
      boolean isOpen = field.key().equals(work.open());
      rows.add(
          new Row(
              field.key(),
              field.title(),
              TypeWords.icon(field.type()),
              types.name(field.type()),
              field.required(),
              field.type().isSearchable(),
              field.disabled(),
              isNew(work, field.key()),
              rows.size() + 1,
              rows.size() + 1 == fields.size(),
              field.key().equals(work.moved()) ? work.button() : "",
              isOpen ? inputs(work) : null));
    }
    return rows;
  }

  /// The form as records will show it, and what differs from the newest version.
  Beside beside(Work work) {
    Side now = Side.of(work.newest());
    Side next = new Side(work.name().strip(), work.newest().enabled(), work.sketch());
    return new Beside(
        new CustomFieldForm(
            "",
            work.name(),
            List.of(),
            work.sketch().fields().values().stream()
                .filter(field -> !field.disabled())
                .map(field -> inputs.of(field, null, CustomFieldPost.NONE))
                .toList(),
            List.of()),
        work.newest().version() + 1,
        differences.between(now, next),
        !changed(work).isEmpty());
  }

  /// The fields that ask something else of values than they did.
  static List<SchemaField> changed(Work work) {
    var before = SchemaField.of(work.newest().document());
    return work.sketch().fields().values().stream()
        .filter(field -> {
          SchemaField was = before.get(field.key());
          return was != null && asksElse(was, field);
        })
        .toList();
  }

  private static boolean asksElse(SchemaField was, SchemaField is) {
    return was.required() != is.required()
        || was.disabled() != is.disabled()
        || !FieldUse.Wish.of(was).equals(FieldUse.Wish.of(is));
  }
}
