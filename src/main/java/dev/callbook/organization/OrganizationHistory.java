package dev.callbook.organization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.HistoryView;
import dev.callbook.change.HistoryView.Entry;
import dev.callbook.change.HistoryView.Field;
import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.web.Pager;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts an organization's history together: the change log in words.
@ApplicationScoped
class OrganizationHistory {
  private static final int ROWS = 30;
  private static final String CUSTOM_FIELDS = "customFields";

  private final Changes changes;
  private final OrganizationHeaders headers;
  private final CustomFieldFacts customFields;
  private final Words words;

  OrganizationHistory(
      Changes changes, OrganizationHeaders headers, CustomFieldFacts customFields, Words words) {
    this.changes = changes;
    this.headers = headers;
    this.customFields = customFields;
    this.words = words;
  }

  /// What entries are read with.
  ///
  /// @param now the fields as they are now
  /// @param customFields says their values by the titles of the organization's schema
  private record Reading(ObjectNode now, Function<JsonNode, String> customFields) {}

  private Reading reading(Scope scope, Organization organization, Object now) {
    return new Reading(
        changes.fieldsOf(now),
        values ->
            customFields.inWords(
                scope, SchemaKind.ORGANIZATION, organization.details().schema(), values));
  }

  /// @param olderThan the oldest entry of the page before; null for the first page
  /// @param refused why the last try to restore something failed, in sentences
  HistoryView view(
      Scope scope, Organization organization, @Nullable UUID olderThan, List<String> refused) {
    List<Change> found = changes.of(scope, organization.id().value(), olderThan, ROWS + 1);
    List<Change> shown = found.stream().limit(ROWS).toList();
    String path = "/organizations/" + organization.id() + "/history";
    boolean mayRestore = headers.may(Permission.ORGANIZATION_EDIT, organization);
    Reading reading = reading(scope, organization, organization.details());
    List<Entry> entries = new ArrayList<>();
    for (Change change : shown) {
      boolean isCurrent = olderThan == null && entries.isEmpty();
      entries.add(
          entry(
              change,
              reading,
              isCurrent || !mayRestore ? null : path + "/" + change.id() + "/restore"));
    }
    return new HistoryView(
        entries,
        new Pager(
            "",
            olderThan == null ? null : path,
            found.size() > ROWS ? path + "?after=" + shown.getLast().id() : null),
        organization.version(),
        refused);
  }

  /// What changed since a version; the newest of it, where it is much. Nothing of it can be
  /// restored from there.
  HistoryView since(Scope scope, Organization organization, int version) {
    Reading nothing = reading(scope, organization, Map.of());
    List<Entry> entries =
        changes.of(scope, organization.id().value(), null, ROWS).stream()
            .filter(change -> change.version() > version)
            .map(change -> entry(change, nothing, null))
            .toList();
    return new HistoryView(entries, new Pager("", null, null), version, List.of());
  }

  private Entry entry(Change change, Reading reading, @Nullable String restorePath) {
    OrganizationMessages say = words.of(OrganizationMessages.class);
    List<Field> fields = fields(change, reading);
    return new Entry(
        icon(change),
        switch (change.action()) {
          case ADDED -> say.created();
          case CHANGED -> say.fieldsChanged(fields.size());
          case REMOVED -> say.deleted();
        },
        who(change, say),
        change.at(),
        fields,
        restorePath);
  }

  private static String icon(Change change) {
    return switch (change.origin()) {
      case "import" -> "file-import";
      case "api" -> "api";
      case "interaction" -> "headset";
      default ->
          switch (change.action()) {
            case ADDED -> "building-plus";
            case CHANGED -> "pencil";
            case REMOVED -> "trash";
          };
    };
  }

  private static String who(Change change, OrganizationMessages say) {
    String name =
        Optional.ofNullable(change.actorName())
            .orElse(change.actorKind().equals("system") ? "Callbook" : say.someoneGone());
    return switch (change.origin()) {
      case "import" -> say.byImport(name);
      case "api" -> say.byApi(name);
      case "interaction" -> say.byInteraction(name);
      default -> name;
    };
  }

  private List<Field> fields(Change change, Reading reading) {
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
                text(change.before(), name, reading),
                text(change.after(), name, reading),
                // A link to a trustor is no detail that an edit could bring back.
                !name.equals(Trustors.FIELD)
                    && !Objects.equals(value(change.after(), name), reading.now().get(name))))
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

  private static String text(@Nullable ObjectNode fields, String name, Reading reading) {
    JsonNode value = value(fields, name);
    if (value == null) {
      return "";
    }
    return name.equals(CUSTOM_FIELDS) ? reading.customFields().apply(value) : text(value);
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
        .map(OrganizationHistory::text)
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
