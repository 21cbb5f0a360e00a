package dev.callbook.organization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.HistoryView;
import dev.callbook.change.HistoryView.Entry;
import dev.callbook.change.HistoryView.Field;
import dev.callbook.web.Pager;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts an organization's history together: the change log in words.
@ApplicationScoped
class OrganizationHistory {
  private static final int ROWS = 30;

  private final Changes changes;
  private final Words words;

  OrganizationHistory(Changes changes, Words words) {
    this.changes = changes;
    this.words = words;
  }

  /// @param olderThan the oldest entry of the page before; null for the first page
  HistoryView view(Scope scope, OrganizationId id, @Nullable UUID olderThan) {
    List<Change> found = changes.of(scope, id.value(), olderThan, ROWS + 1);
    List<Change> shown = found.stream().limit(ROWS).toList();
    String path = "/organizations/" + id + "/history";
    return new HistoryView(
        shown.stream().map(this::entry).toList(),
        new Pager(
            "",
            olderThan == null ? null : path,
            found.size() > ROWS ? path + "?after=" + shown.getLast().id() : null));
  }

  private Entry entry(Change change) {
    OrganizationMessages say = words.of(OrganizationMessages.class);
    List<Field> fields = fields(change);
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
        null);
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

  private List<Field> fields(Change change) {
    Set<String> names = new LinkedHashSet<>();
    for (ObjectNode side : sides(change)) {
      side.fieldNames().forEachRemaining(names::add);
    }
    // A schema is an id, which says nothing to people; its values stand under customFields.
    names.remove("schema");
    return names.stream()
        .map(
            name -> new Field(label(name), text(change.before(), name), text(change.after(), name)))
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

  private static String text(@Nullable ObjectNode fields, String name) {
    JsonNode value = fields == null ? null : fields.get(name);
    return value == null ? "" : text(value);
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
      case "customFields" -> say.customFields();
      default -> field;
    };
  }
}
