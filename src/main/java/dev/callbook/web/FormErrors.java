package dev.callbook.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What is wrong with a posted form, by the `id` of the field it concerns, in the order of the
/// page. Sentences are in the viewer's language and say what would be right. They never repeat what
/// was typed.
public final class FormErrors {
  private static final FormErrors NONE = new FormErrors(Map.of());

  private final SequencedMap<String, String> byField;

  public FormErrors(Map<String, String> byField) {
    this.byField = new LinkedHashMap<>(byField);
  }

  /// A form that was not posted yet, or is right.
  public static FormErrors none() {
    return NONE;
  }

  /// What is wrong with the field; null if nothing is.
  public @Nullable String at(String field) {
    return byField.get(field);
  }

  public boolean any() {
    return !byField.isEmpty();
  }

  public int count() {
    return byField.size();
  }

  /// The field that the summary leads to; null if nothing is wrong.
  public @Nullable String first() {
    return byField.isEmpty() ? null : byField.firstEntry().getKey();
  }
}
