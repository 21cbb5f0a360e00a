package dev.callbook.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Permission;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact's history out of the change log, in words.
@ApplicationScoped
class ContactHistory {
  private static final int ROWS = 50;
  private final Changes changes;
  private final ContactHeaders headers;
  private final ContactFieldWords fieldWords;
  private final Words words;

  ContactHistory(
      Changes changes, ContactHeaders headers, ContactFieldWords fieldWords, Words words) {
    this.changes = changes;
    this.headers = headers;
    this.fieldWords = fieldWords;
    this.words = words;
  }

  /// What one page of history is made with.
  ///
  /// @param contact whose history it is; entries of contacts merged into it stand among its own
  /// @param path where the history stands; null where nothing of it may be restored
  /// @param now the fields as they are now
  /// @param reading what values are read with
  private record Making(
      UUID contact, @Nullable String path, ObjectNode now, ContactFieldWords.Reading reading) {
    boolean isOwn(Change change) {
      return change.subjectId().equals(contact);
    }
  }

  /// @param olderThan the last entry of the page before; null for the first page
  /// @param refused why the last try to restore something failed, in sentences
  HistoryView of(Scope scope, Contact contact, @Nullable UUID olderThan, List<String> refused) {
    List<UUID> members = contact.mergeSet().members().stream().map(ContactId::value).toList();
    List<Change> found = changes.of(scope, members, olderThan, ROWS + 1);
    List<Change> shown = found.stream().limit(ROWS).toList();
    String path = "/contacts/" + contact.id() + "/history";
    Making making =
        new Making(
            contact.id().value(),
            headers.may(Permission.CONTACT_EDIT, contact) ? path : null,
            changes.fieldsOf(contact.details()),
            fieldWords.reading(
                scope, fieldWords.organizationNames(scope, shown), contact.details().schema()));
    List<Entry> entries = new ArrayList<>();
    Change newest =
        olderThan == null ? shown.stream().filter(making::isOwn).findFirst().orElse(null) : null;
    for (Change change : shown) {
      entries.add(entry(change, change.equals(newest), making));
    }
    return new HistoryView(
        entries,
        new Pager(
            "",
            olderThan == null ? null : path,
            found.size() > ROWS ? path + "?after=" + shown.getLast().id() : null),
        contact.version(),
        refused);
  }

  private Entry entry(Change change, boolean isCurrent, Making making) {
    List<Field> fields = fields(change, making);
    String what = fieldWords.merge(change).orElseGet(() -> what(change, fields.size()));
    boolean isRestorable =
        making.isOwn(change) && !isCurrent && !change.isForgotten() && making.path() != null;
    return new Entry(
        icon(change),
        making.isOwn(change) ? what : words.of(ContactMessages.class).inMergedContact(what),
        who(change),
        change.at(),
        fields,
        isRestorable ? making.path() + "/" + change.id() + "/restore" : null);
  }

  private static String icon(Change change) {
    return switch (change.origin()) {
      case "import" -> "file-import";
      case "api" -> "api";
      case "interaction" -> "headset";
      default -> change.action() == Change.Action.ADDED ? "user-plus" : "pencil";
    };
  }

  private String what(Change change, int fields) {
    ContactMessages say = words.of(ContactMessages.class);
    return switch (change.action()) {
      case ADDED -> say.contactCreated();
      case CHANGED ->
          change.isForgotten()
              ? words.of(WebMessages.class).changeForgotten()
              : say.fieldsChanged(fields);
      case REMOVED -> say.contactDeleted();
    };
  }

  private String who(Change change) {
    ContactMessages say = words.of(ContactMessages.class);
    String name = Objects.requireNonNullElse(change.actorName(), "Callbook");
    return switch (change.origin()) {
      case "import" -> say.byImport(name);
      case "api" -> say.byApi(name);
      case "interaction" -> say.byCall(name);
      default -> name;
    };
  }

  private List<Field> fields(Change change, Making making) {
    return fieldWords.fields(
        change,
        making.reading(),
        (name, then) ->
            making.isOwn(change)
                && !name.equals("type")
                && !name.equals("identifiers")
                && !Objects.equals(then, making.now().get(name)));
  }
}
