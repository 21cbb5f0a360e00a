package dev.callbook.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.AccessChange;
import dev.callbook.access.AccessChanges;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.change.Change.Action;
import dev.callbook.change.ChangeStore.Entry;
import dev.callbook.platform.Announcements;
import dev.callbook.platform.CopyRows;
import dev.callbook.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The log's only door. A write calls it within its own transaction, once, for all records it
/// touched.
@ApplicationScoped
public class Changes {
  /// Announced after the commit of a write to a few records: organization, `removed` if any of the
  /// records was, else `written`, then the records' ids. Who writes thousands at once announces
  /// nothing.
  public static final String TOPIC = "change";

  private static final int MAX_ANNOUNCED = 100;

  /// How many entries go into one statement: one write may touch any number of records.
  private static final int BATCH = 5_000;

  /// A record before and after one write.
  ///
  /// @param division where it belongs; null for what belongs to none
  /// @param before null for an addition
  /// @param after null for a removal
  public record Step(
      Subject subject,
      UUID id,
      @Nullable DivisionId division,
      int version,
      @Nullable Object before,
      @Nullable Object after) {}

  private final ChangeStore store;
  private final ObjectMapper json;
  private final Announcements announcements;
  private final Ids ids;
  private final Clock clock;

  Changes(ChangeStore store, ObjectMapper json, Announcements announcements, Ids ids, Clock clock) {
    this.store = store;
    this.json = json;
    this.announcements = announcements;
    this.ids = ids;
    this.clock = clock;
  }

  /// Appends one entry for each step that changed something.
  public void record(Scope scope, List<Step> steps) {
    List<Entry> entries = new ArrayList<>(steps.size());
    for (Step step : steps) {
      ObjectNode before = fields(step.before());
      ObjectNode after = fields(step.after());
      Action action =
          before == null ? Action.ADDED : after == null ? Action.REMOVED : Action.CHANGED;
      if (before != null && after != null) {
        keepDifferences(before, after);
        if (before.isEmpty() && after.isEmpty()) {
          continue;
        }
      }
      entries.add(
          new Entry(
              ids.next(),
              clock.instant(),
              scope.actor().kind(),
              scope.actor().idOrNull(),
              scope.origin().kind().word(),
              scope.origin().id(),
              step.subject().word(),
              step.id(),
              step.division() == null ? null : step.division().value(),
              action.name().toLowerCase(Locale.ROOT),
              step.version(),
              before,
              after));
    }
    for (int from = 0; from < entries.size(); from += BATCH) {
      store.append(scope.org(), entries.subList(from, Math.min(from + BATCH, entries.size())));
    }
    announce(scope, entries);
  }

  private void announce(Scope scope, List<Entry> entries) {
    if (entries.isEmpty() || entries.size() > MAX_ANNOUNCED) {
      return;
    }
    boolean isRemoval = entries.stream().anyMatch(entry -> entry.action().equals("removed"));
    String records =
        entries.stream()
            .map(entry -> entry.subjectId().toString())
            .distinct()
            .collect(Collectors.joining(" "));
    announcements.publish(
        TOPIC, scope.orgKey() + (isRemoval ? " removed " : " written ") + records);
  }

  /// A record that was just made.
  ///
  /// @param after written to JSON as it is: a record that leaves out what is empty
  public record Addition(UUID id, DivisionId division, Object after) {}

  /// Appends one entry for each new record, by COPY: for thousands at once.
  public void recordAdditions(Scope scope, Subject subject, List<Addition> additions) {
    CopyRows rows = new CopyRows();
    Instant now = clock.instant();
    for (Addition addition : additions) {
      rows.add(scope.orgKey())
          .add(ids.next())
          .add(now)
          .add(scope.actor().kind())
          .add(scope.actor().idOrNull())
          .add(scope.origin().kind().word())
          .add(scope.origin().id())
          .add(subject.word())
          .add(addition.id())
          .add(addition.division().value())
          .add("added")
          .add(1)
          .add(write(addition.after()))
          .endRow();
    }
    store.copy(rows);
  }

  /// Appends one entry for each record that is removed as it was added: what it held is what the
  /// entry of its addition says, and nobody reads it. For thousands at once.
  ///
  /// @param additions the ids of those entries
  public void recordRemovals(Scope scope, List<UUID> additions) {
    store.appendRemovals(
        scope, additions, additions.stream().map(_ -> ids.next()).toList(), clock.instant());
  }

  private String write(Object record) {
    try {
      return json.writeValueAsString(record);
    } catch (JsonProcessingException fault) {
      // The record is personal data: it stays out of the message.
      throw new IllegalStateException("no JSON for a " + record.getClass().getSimpleName());
    }
  }

  /// A record's entries, newest first.
  ///
  /// @param olderThan the last id of the page before; null for the first page
  public List<Change> of(Scope scope, UUID subject, @Nullable UUID olderThan, int maxRows) {
    return store.of(scope, List.of(subject), olderThan, maxRows);
  }

  /// As [#of(Scope, UUID, UUID, int)] for several records at once.
  public List<Change> of(Scope scope, List<UUID> subjects, @Nullable UUID olderThan, int maxRows) {
    return store.of(scope, subjects, olderThan, maxRows);
  }

  /// What happened to some records since an id was made, the oldest entry first; without the names
  /// of who acted.
  public List<Change> since(Scope scope, List<UUID> subjects, UUID newerThan) {
    return subjects.isEmpty() ? List.of() : store.since(scope, subjects, newerThan);
  }

  /// As [#since], by record.
  public Map<UUID, List<Change>> sinceOf(Scope scope, List<UUID> subjects, UUID newerThan) {
    return since(scope, subjects, newerThan).stream()
        .collect(Collectors.groupingBy(Change::subjectId, LinkedHashMap::new, Collectors.toList()));
  }

  void take(@Observes AccessChange change) {
    store.append(change.org(), List.of(entry(change)));
  }

  void take(@Observes AccessChanges several) {
    store.append(several.org(), several.changes().stream().map(this::entry).toList());
  }

  private Entry entry(AccessChange change) {
    return new Entry(
        ids.next(),
        clock.instant(),
        change.actor().kind(),
        change.actor().idOrNull(),
        change.origin().kind().word(),
        change.origin().id(),
        Subject.ofWord(change.kind()).word(),
        change.id(),
        null,
        actionOf(change.before(), change.after()),
        change.version(),
        fields(change.before()),
        fields(change.after()));
  }

  private static String actionOf(Map<String, Object> before, Map<String, Object> after) {
    return before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed";
  }

  private @Nullable ObjectNode fields(@Nullable Object record) {
    return record == null ? null : fieldsOf(record);
  }

  /// A record's fields as the log keeps them: without those that hold nothing.
  public ObjectNode fieldsOf(Object record) {
    ObjectNode fields = json.valueToTree(record);
    List<String> empty = new ArrayList<>();
    fields
        .properties()
        .forEach(field -> {
          JsonNode value = field.getValue();
          if (value.isNull() || (value.isContainerNode() && value.isEmpty())) {
            empty.add(field.getKey());
          }
        });
    fields.remove(empty);
    return fields;
  }

  private static void keepDifferences(ObjectNode before, ObjectNode after) {
    List<String> same = new ArrayList<>();
    before
        .properties()
        .forEach(field -> {
          if (field.getValue().equals(after.get(field.getKey()))) {
            same.add(field.getKey());
          }
        });
    before.remove(same);
    after.remove(same);
  }
}
