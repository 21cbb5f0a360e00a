package dev.callbook.wire;

/// One field and the rule it breaks.
///
/// @param field the wire's name, dotted (`workPhone.display`, `phoneNumbers[1].number`)
/// @param rule a stable code: `required`, `too.long`, `too.many`, `invalid.value`, `wrong.type`,
///   `unknown`, `fixed`
/// @param message what is wrong and what would be right, in words; holds nothing of what was typed
///   but its length
/// @param problem the same for pages, which speak the viewer's language
public record FieldError(String field, String rule, String message, Problem problem) {
  public FieldError(String field, String rule, String message) {
    this(field, rule, message, Problem.ofRule(rule));
  }
}
