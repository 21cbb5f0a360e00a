package dev.callbook.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.HistoryView;
import dev.callbook.change.HistoryView.Entry;
import dev.callbook.change.HistoryView.Field;
import dev.callbook.web.Pager;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A contact's history out of the change log, in words.
@ApplicationScoped
class ContactHistory {
  private static final int ROWS = 50;

  private final Changes changes;
  private final Words words;

  ContactHistory(Changes changes, Words words) {
    this.changes = changes;
    this.words = words;
  }

  /// @param olderThan the last entry of the page before; null for the first page
  HistoryView of(Scope scope, Contact contact, @Nullable UUID olderThan) {
    List<Change> found = changes.of(scope, contact.id().value(), olderThan, ROWS + 1);
    boolean hasMore = found.size() > ROWS;
    List<Change> shown = hasMore ? found.subList(0, ROWS) : found;
    String path = "/contacts/" + contact.id() + "/history";
    return new HistoryView(
        shown.stream().map(this::entry).toList(),
        new Pager(
            "",
            olderThan == null ? null : path,
            hasMore ? path + "?after=" + shown.getLast().id() : null));
  }

  private Entry entry(Change change) {
    List<Field> fields = fields(change);
    return new Entry(
        icon(change), what(change, fields.size()), who(change), change.at(), fields, null);
  }

  private static String icon(Change change) {
    return switch (change.origin()) {
      case "import" -> "file-import";
      case "api" -> "code";
      case "interaction" -> "headset";
      default -> change.action() == Change.Action.ADDED ? "user-plus" : "pencil";
    };
  }

  private String what(Change change, int fields) {
    ContactMessages say = words.of(ContactMessages.class);
    return switch (change.action()) {
      case ADDED -> say.contactCreated();
      case CHANGED -> say.fieldsChanged(fields);
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

  private List<Field> fields(Change change) {
    ObjectNode before = change.before();
    ObjectNode after = change.after();
    Set<String> names = new LinkedHashSet<>();
    if (before != null) {
      before.fieldNames().forEachRemaining(names::add);
    }
    if (after != null) {
      after.fieldNames().forEachRemaining(names::add);
    }
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      String was = text(before == null ? null : before.get(name));
      String is = text(after == null ? null : after.get(name));
      if (!was.equals(is)) {
        fields.add(new Field(label(name), was, is));
      }
    }
    return fields;
  }

  private String label(String field) {
    ContactMessages say = words.of(ContactMessages.class);
    return switch (field) {
      case "firstName" -> say.firstName();
      case "middleName" -> say.middleName();
      case "lastName" -> say.lastName();
      case "salutation" -> say.salutation();
      case "title" -> say.jobTitle();
      case "phones" -> say.phoneNumbers();
      case "emails" -> say.emails();
      case "handles" -> say.handles();
      case "address" -> say.address();
      case "organization" -> say.organization();
      case "surveyOptOut" -> say.surveys();
      case "externalSystemUrl" -> say.externalSystemLink();
      case "externalIds" -> say.externalIds();
      default -> field;
    };
  }

  /// A value as a reader takes it: numbers with their SMS state, addresses in a row.
  private String text(@Nullable JsonNode value) {
    ContactMessages say = words.of(ContactMessages.class);
    if (value == null || value.isNull()) {
      return "";
    }
    if (value.isArray()) {
      return value.valueStream().map(this::text).collect(Collectors.joining(", "));
    }
    if (value.isBoolean()) {
      return value.asBoolean() ? say.yes() : say.no();
    }
    if (value.has("number")) {
      JsonNode number = value.get("number");
      String sms = number.path("acceptsSms").asBoolean() ? say.withSms() : "";
      return number.path("display").asText() + sms;
    }
    if (value.isObject()) {
      return value.properties().stream()
          .filter(field -> !field.getKey().equals("label") && !field.getKey().equals("source"))
          .map(field -> text(field.getValue()))
          .filter(text -> !text.isEmpty())
          .distinct()
          .collect(Collectors.joining(", "));
    }
    return value.asText();
  }
}
