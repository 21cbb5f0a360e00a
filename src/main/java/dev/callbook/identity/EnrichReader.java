package dev.callbook.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.identity.EnrichJson.RuleJson;
import dev.callbook.identity.EnrichJson.RulesJson;
import dev.callbook.identity.FieldRules.Rule;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.TooMany;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what the enrichments of contacts and of organizations have in common.
final class EnrichReader {
  static final String IDENTIFIERS = "matchingIdentifiers";

  private static final int MAX_IDENTIFIERS = 25;
  private static final int MAX_RULES = 100;
  private static final Pattern PATH = Pattern.compile("\\$(\\.[A-Za-z_][A-Za-z0-9_]*){1,4}");

  private EnrichReader() {}

  /// @throws Invalid naming `action`
  static EnrichAction action(@Nullable EnrichAction sent, Set<EnrichAction> known) {
    if (sent == null || !known.contains(sent)) {
      throw new Invalid(
          "action",
          sent == null ? "required" : "invalid.value",
          "action is one of "
              + String.join(", ", known.stream().sorted().map(Enum::name).toList())
              + ".");
    }
    return sent;
  }

  /// @throws Invalid naming `matchingIdentifiers` if there is none
  /// @throws TooMany above 25
  static <T> List<T> identifiers(@Nullable List<@Nullable T> sent) {
    if (sent == null || sent.isEmpty()) {
      throw new Invalid(
          IDENTIFIERS,
          "required",
          IDENTIFIERS + " holds 1 to " + MAX_IDENTIFIERS + " identifiers.");
    }
    if (sent.size() > MAX_IDENTIFIERS) {
      throw new TooMany(IDENTIFIERS, MAX_IDENTIFIERS);
    }
    if (sent.stream().anyMatch(Objects::isNull)) {
      throw new Invalid(IDENTIFIERS, "invalid.value", IDENTIFIERS + " must not hold null.");
    }
    return sent.stream().map(Objects::requireNonNull).toList();
  }

  /// The one division that all parts of a request name, where they name any.
  ///
  /// @param parts by field what they name, the one that counts first
  /// @throws Invalid naming the field that differs; or `division.id` if it is not the caller's
  static Division division(Scope scope, Map<String, Optional<DivisionJson>> parts) {
    Optional<String> wanted = Optional.empty();
    for (Map.Entry<String, Optional<DivisionJson>> part : parts.entrySet()) {
      Optional<String> named = DivisionJson.idOf(part.getValue().orElse(null)).map(String::strip);
      if (wanted.isPresent() && named.isPresent() && !wanted.get().equalsIgnoreCase(named.get())) {
        throw new Invalid(
            part.getKey() + ".id",
            "invalid.value",
            "An enrichment stays within one division: that of the request.",
            new Problem.Fixed());
      }
      wanted = wanted.or(() -> named);
    }
    return scope.divisionToWrite(wanted);
  }

  /// @param fields that rules may name
  /// @throws Invalid naming the rule that is malformed
  static FieldRules rules(@Nullable RulesJson sent, Set<String> fields) {
    if (sent == null) {
      return FieldRules.USUAL;
    }
    List<@Nullable RuleJson> rules = Objects.requireNonNullElse(sent.rules(), List.of());
    if (rules.size() > MAX_RULES) {
      throw new TooMany("fieldRules.rules", MAX_RULES);
    }
    Map<String, Rule> byPath = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      RuleJson rule = rules.get(i);
      String path = path("fieldRules.rules[" + i + "].field", rule, fields);
      if (byPath.put(path, new Rule(rule.action(), rule.arrayAction())) != null) {
        throw new Invalid(
            "fieldRules.rules[" + i + "].field", "invalid.value", "This field has a rule already.");
      }
    }
    return new FieldRules(
        Objects.requireNonNullElse(sent.defaultAction(), FieldRules.USUAL.action()),
        Objects.requireNonNullElse(sent.defaultArrayAction(), FieldRules.USUAL.arrayAction()),
        byPath);
  }

  private static String path(String field, @Nullable RuleJson rule, Set<String> fields) {
    if (rule == null || rule.field() == null || !PATH.matcher(rule.field()).matches()) {
      throw new Invalid(
          field, "invalid.value", "field must be a path of names such as $.address.city.");
    }
    String path = rule.field().substring(2);
    if (!fields.contains(FieldRules.root(path))) {
      throw new Invalid(field, "unknown", "There is no such field that can be written.");
    }
    return path;
  }

  /// What `read` gives; what it refuses is about fields within `path`.
  static <T> T within(String path, Supplier<T> read) {
    try {
      return read.get();
    } catch (Invalid refusal) {
      throw refusal.within(path);
    }
  }

  /// Copies the lists that `given` has from the same record as it is written here, so that items
  /// are compared in one form.
  static void tidyLists(ObjectNode given, ObjectNode tidy, List<String> lists) {
    lists.stream()
        .filter(given::has)
        .forEach(list -> {
          if (tidy.has(list)) {
            given.set(list, tidy.get(list));
          } else {
            given.remove(list);
          }
        });
  }
}
