package dev.callbook.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.HistoryView.Field;
import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.SchemaRef;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the log says of contacts, field by field, in words.
@ApplicationScoped
public class ContactFieldWords {
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

  private final Organizations organizations;
  private final CustomFieldFacts customFields;
  private final Words words;

  ContactFieldWords(Organizations organizations, CustomFieldFacts customFields, Words words) {
    this.organizations = organizations;
    this.customFields = customFields;
    this.words = words;
  }

  /// What values are read with.
  ///
  /// @param organizations the names of those that are mentioned, by id
  /// @param customFields says their values by the titles of a schema
  public record Reading(
      Map<String, String> organizations, Function<JsonNode, String> customFields) {}

  /// The names of the organizations that entries mention, by id.
  public Map<String, String> organizationNames(Scope scope, Collection<Change> shown) {
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

  /// @param organizations as [#organizationNames] found them
  /// @param schema what the contact's custom fields follow; null where it is not known
  public Reading reading(
      Scope scope, Map<String, String> organizations, @Nullable SchemaRef schema) {
    return new Reading(
        organizations, values -> customFields.inWords(scope, SchemaKind.CONTACT, schema, values));
  }

  /// What an entry says of a merge, or of a contact made anew; empty where it says nothing of
  /// either.
  public Optional<String> merge(Change change) {
    ContactMessages say = words.of(ContactMessages.class);
    if (change.after() != null && change.after().has(MergeTrees.MERGED_FROM)) {
      return Optional.of(say.mergedFrom(change.after().get(MergeTrees.MERGED_FROM).size()));
    }
    if (change.after() != null && change.after().has(MergeTrees.MERGED_TO)) {
      return Optional.of(say.mergedAway());
    }
    if (change.after() != null && change.after().has(Recreation.FROM)) {
      return Optional.of(say.recreatedHere());
    }
    if (change.before() != null && change.before().has(Recreation.AS)) {
      return Optional.of(say.recreatedElsewhere());
    }
    return change.before() != null && change.before().has(MergeTrees.MERGED_TO)
        ? Optional.of(say.mergeUndone())
        : Optional.empty();
  }

  /// What an entry changed, in the order of the form.
  public List<Field> fields(Change change, Reading reading) {
    return fields(change, reading, (_, _) -> false);
  }

  /// What differs between two states of a contact, in the order of the form.
  ///
  /// @param before null where there was none
  public List<Field> differences(
      @Nullable ObjectNode before, @Nullable ObjectNode after, Reading reading) {
    return fields(before, after, reading, (_, _) -> false);
  }

  /// @param restorable whether a field can be brought back, by its name and its value then
  List<Field> fields(
      Change change, Reading reading, BiPredicate<String, @Nullable JsonNode> restorable) {
    return fields(change.before(), change.after(), reading, restorable);
  }

  private List<Field> fields(
      @Nullable ObjectNode before,
      @Nullable ObjectNode after,
      Reading reading,
      BiPredicate<String, @Nullable JsonNode> restorable) {
    // The log keeps fields in no order that means anything.
    Set<String> names =
        new TreeSet<>(
            Comparator.comparingInt(ContactFieldWords::place).thenComparing(name -> name));
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
      String was = text(name, before == null ? null : before.get(name), reading);
      String is = text(name, then, reading);
      if (!was.equals(is)) {
        fields.add(new Field(name, label(name), was, is, restorable.test(name, then)));
      }
    }
    return fields;
  }

  private static int place(String field) {
    int place = ORDER.indexOf(field);
    return place < 0 ? ORDER.size() : place;
  }

  /// What people call a field.
  public String label(String field) {
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

  private String text(String field, @Nullable JsonNode value, Reading reading) {
    ContactMessages say = words.of(ContactMessages.class);
    if (value == null) {
      return "";
    }
    return switch (field) {
      case ORGANIZATION ->
          reading.organizations().getOrDefault(value.asText(), say.organizationGone());
      case CUSTOM_FIELDS -> reading.customFields().apply(value);
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
      String extension = number.path("extension").asText();
      return number.path("display").asText()
          + (extension.isEmpty() ? "" : ", " + say.extension() + " " + extension)
          + sms;
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
