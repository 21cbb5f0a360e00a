package dev.callbook.organization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.HistoryView.Field;
import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.SchemaRef;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the log says of organizations, field by field, in words.
@ApplicationScoped
public class OrganizationFieldWords {
  private static final String CUSTOM_FIELDS = "customFields";

  private final CustomFieldFacts customFields;
  private final Words words;

  OrganizationFieldWords(CustomFieldFacts customFields, Words words) {
    this.customFields = customFields;
    this.words = words;
  }

  /// What an entry changed.
  ///
  /// @param schema what the organization's custom fields follow; null where it is not known
  public List<Field> fields(Scope scope, Change change, @Nullable SchemaRef schema) {
    return fields(
        change,
        JsonNodeFactory.instance.objectNode(),
        values -> customFields.inWords(scope, SchemaKind.ORGANIZATION, schema, values));
  }

  /// What differs between two states of an organization.
  ///
  /// @param before null where there was none
  /// @param schema what its custom fields follow; null where there is none
  public List<Field> differences(
      Scope scope, @Nullable ObjectNode before, ObjectNode after, @Nullable SchemaRef schema) {
    Set<String> names = new LinkedHashSet<>();
    if (before != null) {
      before.fieldNames().forEachRemaining(names::add);
    }
    after.fieldNames().forEachRemaining(names::add);
    names.remove("schema");
    Function<JsonNode, String> custom =
        values -> customFields.inWords(scope, SchemaKind.ORGANIZATION, schema, values);
    return names.stream()
        .map(name ->
            new Field(
                name, label(name), text(before, name, custom), text(after, name, custom), false))
        .filter(field -> !field.before().equals(field.after()))
        .toList();
  }

  /// What an entry changed.
  ///
  /// @param now the fields as they are now; empty where nothing can be brought back
  /// @param customFields says their values by the titles of the organization's schema
  List<Field> fields(Change change, ObjectNode now, Function<JsonNode, String> customFields) {
    Set<String> names = new LinkedHashSet<>();
    for (ObjectNode side : sides(change)) {
      side.fieldNames().forEachRemaining(names::add);
    }
    // A schema is an id, which says nothing to people; its values stand under customFields.
    names.remove("schema");
    return names.stream()
        .map(name ->
            new Field(
                name,
                label(name),
                text(change.before(), name, customFields),
                text(change.after(), name, customFields),
                // A link to a trustor is no detail that an edit could bring back.
                !name.equals(Trustors.FIELD)
                    && !Objects.equals(value(change.after(), name), now.get(name))))
        .toList();
  }

  private static List<ObjectNode> sides(Change change) {
    List<ObjectNode> sides = new ArrayList<>();
    if (change.before() != null) {
      sides.add(change.before());
    }
    if (change.after() != null) {
      sides.add(change.after());
    }
    return sides;
  }

  private static @Nullable JsonNode value(@Nullable ObjectNode fields, String name) {
    return fields == null ? null : fields.get(name);
  }

  private static String text(
      @Nullable ObjectNode fields, String name, Function<JsonNode, String> customFields) {
    JsonNode value = value(fields, name);
    if (value == null) {
      return "";
    }
    return name.equals(CUSTOM_FIELDS) ? customFields.apply(value) : text(value);
  }

  /// A number by its international form, an external id by its value, the rest by all it holds.
  private static String text(JsonNode value) {
    if (value.isValueNode()) {
      return value.asText();
    }
    if (value.has("display")) {
      return value.get("display").asText();
    }
    if (value.has("source") && value.has("value")) {
      return value.get("value").asText();
    }
    return value
        .valueStream()
        .map(OrganizationFieldWords::text)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String label(String field) {
    OrganizationMessages say = words.of(OrganizationMessages.class);
    WebMessages shared = words.of(WebMessages.class);
    return switch (field) {
      case "name" -> shared.name();
      case "companyType" -> say.companyType();
      case "industry" -> say.industry();
      case "address" -> shared.address();
      case "phoneNumber" -> say.mainNumber();
      case "faxNumber" -> say.faxNumber();
      case "employeeCount" -> say.employees();
      case "revenue" -> say.revenue();
      case "tags" -> say.tags();
      case "websites" -> say.websites();
      case "tickers" -> say.ticker();
      case "twitter" -> "X";
      case "externalSystemUrl" -> say.externalSystemLink();
      case "externalIds" -> shared.externalIds();
      case Trustors.FIELD -> say.trustor();
      case CUSTOM_FIELDS -> say.customFields();
      default -> field;
    };
  }
}
