package dev.callbook.contact;

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
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.web.Pager;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A contact's history out of the change log, in words.
@ApplicationScoped
class ContactHistory {
  private static final int ROWS = 50;
  private static final String ORGANIZATION = "organization";
  private static final String CUSTOM_FIELDS = "customFields";

  /// The fields, and those of an address, in the order of the form.
  private static final List<String> ORDER =
      List.of(
          "salutation",
          "firstName",
          "middleName",
          "lastName",
          ORGANIZATION,
          "title",
          "phones",
          "emails",
          "handles",
          "address",
          "address1",
          "address2",
          "postalCode",
          "city",
          "state",
          "countryCode",
          "surveyOptOut",
          "externalSystemUrl",
          "externalIds",
          CUSTOM_FIELDS);

  private final Changes changes;
  private final Organizations organizations;
  private final ContactHeaders headers;
  private final CustomFieldFacts customFields;
  private final Words words;

  ContactHistory(
      Changes changes,
      Organizations organizations,
      ContactHeaders headers,
      CustomFieldFacts customFields,
      Words words) {
    this.changes = changes;
    this.organizations = organizations;
    this.headers = headers;
    this.customFields = customFields;
    this.words = words;
  }

  /// What one page of history is made with.
  ///
  /// @param contact whose history it is; entries of contacts merged into it stand among its own
  /// @param path where the history stands; null where nothing of it may be restored
  /// @param now the fields as they are now
  /// @param organizations the names of those that are mentioned, by id
  /// @param customFields says their values by the titles of the contact's schema
  private record Making(
      UUID contact,
      @Nullable String path,
      ObjectNode now,
      Map<String, String> organizations,
      Function<JsonNode, String> customFields) {
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
            organizations(scope, shown),
            values ->
                customFields.inWords(
                    scope, SchemaKind.CONTACT, contact.details().schema(), values));
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

  private Map<String, String> organizations(Scope scope, List<Change> shown) {
    List<OrganizationId> mentioned =
        shown.stream()
            .flatMap(change -> Stream.of(change.before(), change.after()))
            .filter(Objects::nonNull)
            .filter(fields -> fields.has(ORGANIZATION))
            .map(fields -> new OrganizationId(UUID.fromString(fields.get(ORGANIZATION).asText())))
            .distinct()
            .toList();
    return organizations.find(scope, mentioned).values().stream()
        .collect(Collectors.toMap(o -> o.id().toString(), o -> o.details().name()));
  }

  private Entry entry(Change change, boolean isCurrent, Making making) {
    List<Field> fields = fields(change, making);
    String what = merge(change).orElseGet(() -> what(change, fields.size()));
    boolean isRestorable = making.isOwn(change) && !isCurrent && making.path() != null;
    return new Entry(
        icon(change),
        making.isOwn(change) ? what : words.of(ContactMessages.class).inMergedContact(what),
        who(change),
        change.at(),
        fields,
        isRestorable ? making.path() + "/" + change.id() + "/restore" : null);
  }

  /// What an entry says of a merge; empty where it says nothing of one.
  private Optional<String> merge(Change change) {
    ContactMessages say = words.of(ContactMessages.class);
    if (change.after() != null && change.after().has(MergeTrees.MERGED_FROM)) {
      return Optional.of(say.mergedFrom(change.after().get(MergeTrees.MERGED_FROM).size()));
    }
    if (change.after() != null && change.after().has(MergeTrees.MERGED_TO)) {
      return Optional.of(say.mergedAway());
    }
    return change.before() != null && change.before().has(MergeTrees.MERGED_TO)
        ? Optional.of(say.mergeUndone())
        : Optional.empty();
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

  private List<Field> fields(Change change, Making making) {
    ObjectNode before = change.before();
    ObjectNode after = change.after();
    // The log keeps fields in no order that means anything.
    Set<String> names =
        new TreeSet<>(Comparator.comparingInt(ContactHistory::place).thenComparing(name -> name));
    if (before != null) {
      before.fieldNames().forEachRemaining(names::add);
    }
    if (after != null) {
      after.fieldNames().forEachRemaining(names::add);
    }
    names.removeAll(List.of(MergeTrees.MERGED_FROM, MergeTrees.MERGED_TO));
    // A schema is an id, which says nothing to people; its values stand under customFields.
    names.remove("schema");
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      JsonNode then = after == null ? null : after.get(name);
      String was = text(name, before == null ? null : before.get(name), making);
      String is = text(name, then, making);
      if (!was.equals(is)) {
        boolean differsNow =
            making.isOwn(change)
                && !name.equals("type")
                && !name.equals("identifiers")
                && !Objects.equals(then, making.now().get(name));
        fields.add(new Field(name, label(name), was, is, differsNow));
      }
    }
    return fields;
  }

  private static int place(String field) {
    int place = ORDER.indexOf(field);
    return place < 0 ? ORDER.size() : place;
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
      case "identifiers" -> say.identifiers();
      case "type" -> say.kindOfRecord();
      case CUSTOM_FIELDS -> words.of(WebMessages.class).customFields();
      default -> field;
    };
  }

  private String text(String field, @Nullable JsonNode value, Making making) {
    ContactMessages say = words.of(ContactMessages.class);
    if (value == null) {
      return "";
    }
    return switch (field) {
      case ORGANIZATION ->
          making.organizations().getOrDefault(value.asText(), say.organizationGone());
      case CUSTOM_FIELDS -> making.customFields().apply(value);
      case "surveyOptOut" -> value.asBoolean() ? say.noSurveys() : say.surveysAllowed();
      default -> text(value);
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
      String sms = number.path("acceptsSms").asBoolean() ? " " + say.withSms() : "";
      return number.path("display").asText() + sms;
    }
    if (value.isObject()) {
      return value.properties().stream()
          .filter(field -> !field.getKey().equals("label") && !field.getKey().equals("source"))
          .sorted(Comparator.comparingInt(field -> place(field.getKey())))
          .map(field -> text(field.getValue()))
          .filter(text -> !text.isEmpty())
          .distinct()
          .collect(Collectors.joining(", "));
    }
    return value.asText();
  }
}
