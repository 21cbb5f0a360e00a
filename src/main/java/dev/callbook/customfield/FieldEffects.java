package dev.callbook.customfield;

import dev.callbook.access.Scope;
import dev.callbook.customfield.EditorView.Effect;
import dev.callbook.customfield.EditorView.Use;
import dev.callbook.customfield.FieldUse.Effects;
import dev.callbook.customfield.FieldUse.Held;
import dev.callbook.customfield.FieldUse.Precision;
import dev.callbook.customfield.FieldUse.Wish;
import dev.callbook.customfield.SchemaEditor.Work;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How many records a change of a schema would meet, in words.
@ApplicationScoped
class FieldEffects {
  private static final FieldUse.Effect NONE = new FieldUse.Effect(0, 0, 0);

  private final FieldUseStore store;
  private final Words words;

  FieldEffects(FieldUseStore store, Words words) {
    this.store = store;
    this.words = words;
  }

  /// How many records within `scope` hold each field of a schema.
  List<Use> uses(Scope scope, Schema schema) {
    Held held = store.held(scope, schema.kind(), schema.id());
    return schema.order().stream()
        .map(key -> new Use(key, number(held.precision(), held.held().getOrDefault(key, 0L))))
        .toList();
  }

  /// What happens to records when the work is published.
  List<Effect> of(Scope scope, Work work) {
    List<SchemaField> changed = SchemaEditor.changed(work);
    if (changed.isEmpty()) {
      return List.of();
    }
    Schema newest = work.newest();
    Effects counted =
        store.effects(scope, newest.kind(), newest.id(), changed.stream().map(Wish::of).toList());
    if (counted.precision() == Precision.UNKNOWN) {
      return List.of(new Effect(words.of(CustomFieldMessages.class).notCountedInTime(), "warn"));
    }
    Map<String, SchemaField> before = SchemaField.of(newest.document());
    List<Effect> effects = new ArrayList<>();
    for (SchemaField field : changed) {
      FieldUse.Effect effect = counted.effects().getOrDefault(field.key(), NONE);
      say(
          effects,
          Objects.requireNonNull(before.get(field.key())),
          field,
          effect,
          counted.precision());
    }
    return effects;
  }

  private void say(
      List<Effect> effects,
      SchemaField was,
      SchemaField is,
      FieldUse.Effect counted,
      Precision precision) {
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    String held = number(precision, counted.held());
    if (is.disabled() && !was.disabled()) {
      effects.add(new Effect(say.effectRetired(is.title(), held), ""));
    }
    if (was.disabled() && !is.disabled()) {
      effects.add(new Effect(say.effectRestored(is.title(), held), ""));
    }
    if (is.required() && !was.required()) {
      boolean any = counted.missing() > 0;
      effects.add(
          new Effect(
              say.effectRequired(is.title(), number(precision, counted.missing())),
              any ? "warn" : ""));
    }
    if (!Wish.of(was).equals(Wish.of(is))) {
      boolean any = counted.unfit() > 0;
      effects.add(
          new Effect(
              say.effectUnfit(is.title(), number(precision, counted.unfit()), held),
              any ? "warn" : ""));
    }
  }

  private String number(Precision precision, long count) {
    String text = NumberFormat.getIntegerInstance(words.locale()).format(count);
    return switch (precision) {
      case EXACT -> text;
      case ESTIMATE -> words.of(CustomFieldMessages.class).about(text);
      case UNKNOWN -> "";
    };
  }
}
