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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts an organization's history together: the change log in words.
@ApplicationScoped
class OrganizationHistory {
  private static final int ROWS = 30;

  private final Changes changes;
  private final OrganizationHeaders headers;
  private final OrganizationFieldWords fieldWords;
  private final CustomFieldFacts customFields;
  private final Words words;

  OrganizationHistory(
      Changes changes,
      OrganizationHeaders headers,
      OrganizationFieldWords fieldWords,
      CustomFieldFacts customFields,
      Words words) {
    this.changes = changes;
    this.headers = headers;
    this.fieldWords = fieldWords;
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
              isCurrent || change.isForgotten() || !mayRestore
                  ? null
                  : path + "/" + change.id() + "/restore"));
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
    List<Field> fields = fieldWords.fields(change, reading.now(), reading.customFields());
    return new Entry(
        icon(change),
        switch (change.action()) {
          case ADDED -> say.created();
          case CHANGED ->
              change.isForgotten()
                  ? words.of(WebMessages.class).changeForgotten()
                  : say.fieldsChanged(fields.size());
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
}
