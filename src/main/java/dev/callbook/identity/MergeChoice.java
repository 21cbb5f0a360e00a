package dev.callbook.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Handles;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.SchemaRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Whose value counts in which field, where the rules of merges shall not decide it. Lists are
/// united and permissions narrowed whatever was chosen: of these nothing can be chosen.
///
/// @param byField the contact whose value counts, by the field's name
record MergeChoice(Map<String, ContactId> byField) {
  /// What a single custom field is called: this and its key.
  static final String CUSTOM = "custom-";

  /// What all custom fields together are called, where the contacts follow different schemas.
  static final String CUSTOM_FIELDS = "customFields";

  /// Nothing chosen: the rules decide.
  static final MergeChoice NONE = new MergeChoice(Map.of());

  MergeChoice {
    byField = Map.copyOf(byField);
  }

  /// What the contacts hold together, with the chosen values.
  ///
  /// @param together what the rules make of them
  ContactDetails applied(List<Contact> contacts, ContactDetails together) {
    Picking pick = new Picking(contacts, together);
    CustomValues custom = custom(contacts, together);
    return new ContactDetails(
        pick.of("firstName", ContactDetails::firstName),
        pick.of("middleName", ContactDetails::middleName),
        pick.of("lastName", ContactDetails::lastName),
        pick.of("salutation", ContactDetails::salutation),
        pick.of("title", ContactDetails::title),
        together.phones(),
        together.emails(),
        pick.of("address", ContactDetails::address),
        new Handles(
            pick.ofHandle("twitter", Handles::twitter),
            pick.ofHandle("line", Handles::line),
            pick.ofHandle("facebook", Handles::facebook),
            pick.ofHandle("instagram", Handles::instagram),
            pick.ofHandle("whatsApp", Handles::whatsApp),
            together.handles().apple()),
        pick.of("organization", ContactDetails::organization),
        together.surveyOptOut(),
        pick.of("externalSystemUrl", ContactDetails::externalSystemUrl),
        together.externalIds(),
        custom.schema(),
        custom.values());
  }

  private final class Picking {
    private final List<Contact> contacts;
    private final ContactDetails together;

    Picking(List<Contact> contacts, ContactDetails together) {
      this.contacts = contacts;
      this.together = together;
    }

    <T> @Nullable T of(String field, Function<ContactDetails, @Nullable T> value) {
      T chosen = chosen(contacts, field).map(Contact::details).map(value).orElse(null);
      return chosen == null ? value.apply(together) : chosen;
    }

    <T> @Nullable T ofHandle(String field, Function<Handles, @Nullable T> value) {
      return of(field, details -> value.apply(details.handles()));
    }
  }

  private Optional<Contact> chosen(List<Contact> contacts, String field) {
    ContactId id = byField.get(field);
    return contacts.stream().filter(contact -> contact.id().equals(id)).findFirst();
  }

  private CustomValues custom(List<Contact> contacts, ContactDetails together) {
    Contact whole =
        chosen(contacts, CUSTOM_FIELDS)
            .filter(contact -> contact.details().schema() != null)
            .orElse(null);
    if (whole != null) {
      return whole.details().custom();
    }
    ObjectNode values =
        together.customFields() == null
            ? JsonNodeFactory.instance.objectNode()
            : together.customFields().deepCopy();
    byField.forEach((field, id) -> {
      if (field.startsWith(CUSTOM)) {
        String key = field.substring(CUSTOM.length());
        chosen(contacts, field)
            .map(contact -> valueOf(contact.details(), together.schema(), key))
            .ifPresent(value -> values.set(key, value));
      }
    });
    return new CustomValues(together.schema(), values.isEmpty() ? null : values);
  }

  /// Of a contact that follows another schema nothing can be taken over field by field.
  private static @Nullable JsonNode valueOf(
      ContactDetails details, @Nullable SchemaRef schema, String key) {
    boolean isSame =
        schema != null && details.schema() != null && details.schema().id().equals(schema.id());
    return isSame && details.customFields() != null
        ? Objects.requireNonNull(details.customFields()).get(key)
        : null;
  }
}
