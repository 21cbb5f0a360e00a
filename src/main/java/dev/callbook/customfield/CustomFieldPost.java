package dev.callbook.customfield;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the custom fields of a record's form posted: `schema`, and each field's text under
/// `custom-` and its key. Where two people edited, `take-custom-` and the key says whose value
/// counts.
///
/// @param schema the id of the schema whose fields the form showed; empty where the person wants
///   none, null where the form showed none
/// @param values what was typed, by key; a field that is not among them was not shown
/// @param saved the keys of the fields whose saved values the person prefers to their own
/// @param mine whether the person prefers their schema and its values to the ones that are saved
/// @param isPicking whether another schema was picked, and nothing shall be saved yet
public record CustomFieldPost(
    @Nullable String schema,
    Map<String, List<String>> values,
    Set<String> saved,
    boolean mine,
    boolean isPicking) {
  /// A form that was not posted.
  public static final CustomFieldPost NONE =
      new CustomFieldPost(null, Map.of(), Set.of(), false, false);

  /// What the button posts under `do` that shows the fields of another schema.
  private static final String PICK = "schema";

  private static final String INPUT = "custom-";
  private static final String TAKE = "take-";
  private static final String ALL = "customFields";
  private static final Pattern WIRE_NAME = Pattern.compile("customFields\\.(\\w+).*");

  public static CustomFieldPost of(MultivaluedMap<String, String> sent) {
    Map<String, List<String>> values = new HashMap<>();
    Set<String> saved = new HashSet<>();
    sent.forEach((name, posted) -> {
      if (name.startsWith(INPUT)) {
        values.put(name.substring(INPUT.length()), List.copyOf(posted));
      } else if (name.startsWith(TAKE + INPUT) && posted.contains("saved")) {
        saved.add(name.substring((TAKE + INPUT).length()));
      }
    });
    return new CustomFieldPost(
        sent.getFirst("schema"),
        values,
        saved,
        "yours".equals(sent.getFirst(TAKE + ALL)),
        PICK.equals(sent.getFirst("do")));
  }

  /// The name and the id of a field's input, by the field's key.
  static String input(String key) {
    return INPUT + key;
  }

  /// What a form calls a field's difference, of which one or the other version is taken.
  static String difference(String key) {
    return INPUT + key;
  }

  /// As [#difference], where the versions follow different schemas.
  static String wholeDifference() {
    return ALL;
  }

  /// The id of the input that a refusal is about; empty if it is about no custom field.
  ///
  /// @param field as refusals call it: `customFields.likes_tag[1]`
  public static Optional<String> inputOf(String field) {
    if (field.equals("schema") || field.startsWith("schema.")) {
      return Optional.of("schema");
    }
    Matcher name = WIRE_NAME.matcher(field);
    return name.matches() ? Optional.of(input(name.group(1))) : Optional.empty();
  }

  /// The same, as who prefers all of it to what is saved.
  CustomFieldPost preferred() {
    return new CustomFieldPost(schema, values, Set.of(), true, isPicking);
  }

  /// Whether the person typed, or left, something in the field that counts.
  boolean says(String key) {
    return values.containsKey(key) && !saved.contains(key);
  }

  /// What stands in a field's input. A box that is not ticked posts an empty text beside it.
  String text(String key) {
    List<String> posted = values.getOrDefault(key, List.of());
    return posted.isEmpty() ? "" : posted.getLast().replace("\r\n", "\n");
  }
}
