package dev.callbook.customfield;

import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.HistoryView;
import dev.callbook.change.HistoryView.Entry;
import dev.callbook.change.HistoryView.Field;
import dev.callbook.customfield.SchemaDifferences.Side;
import dev.callbook.web.Pager;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The versions of a schema: what each changed, and who made it. The log knows who and when, the
/// versions what.
@ApplicationScoped
class SchemaVersions {
  private static final int ROWS = 20;

  private final Schemas schemas;
  private final SchemaDifferences differences;
  private final Changes changes;
  private final Words words;

  SchemaVersions(Schemas schemas, SchemaDifferences differences, Changes changes, Words words) {
    this.schemas = schemas;
    this.differences = differences;
    this.changes = changes;
    this.words = words;
  }

  /// @param olderThan the last entry of the page before; null for the first page
  HistoryView of(Scope scope, Schema schema, String path, @Nullable UUID olderThan) {
    List<Change> found = changes.of(scope, schema.id(), olderThan, ROWS + 1);
    List<Change> shown = found.stream().limit(ROWS).toList();
    Map<Integer, Schema> versions = new HashMap<>();
    if (!shown.isEmpty()) {
      int newest = shown.getFirst().version();
      int oldest = shown.getLast().version() - 1;
      schemas
          .versions(scope, schema, oldest, newest)
          .forEach(version -> versions.put(version.version(), version));
    }
    return new HistoryView(
        shown.stream().map(change -> entry(change, versions)).toList(),
        new Pager(
            "",
            olderThan == null ? null : path,
            found.size() > ROWS ? path + "?after=" + shown.getLast().id() : null),
        schema.version(),
        List.of());
  }

  private Entry entry(Change change, Map<Integer, Schema> versions) {
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    boolean isFirst = change.action() == Change.Action.ADDED;
    boolean leads = change.after() != null && change.after().has("offeredFirst");
    boolean gone = change.after() != null && change.after().path("deleted").asBoolean();
    return new Entry(
        isFirst ? "plus" : leads ? "pin" : gone ? "trash" : "pencil",
        leads
            ? say.becameFirst()
            : gone ? say.schemaDeleted() : say.versionNumber(change.version()),
        Objects.requireNonNullElse(change.actorName(), "Callbook"),
        change.at(),
        leads || gone ? List.of() : fields(change.version(), versions),
        null);
  }

  private List<Field> fields(int version, Map<Integer, Schema> versions) {
    Schema now = versions.get(version);
    Schema before = versions.get(version - 1);
    if (now == null) {
      return List.of();
    }
    return differences.between(before == null ? null : Side.of(before), Side.of(now)).stream()
        .map(each -> new Field("", each.label(), each.before(), each.after(), false))
        .toList();
  }
}
