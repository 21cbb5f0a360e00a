package dev.callbook.contact;

import dev.callbook.contact.ContactJson.AppleJson;
import dev.callbook.contact.ContactJson.EmailJson;
import dev.callbook.contact.ContactJson.FacebookJson;
import dev.callbook.contact.ContactJson.InstagramJson;
import dev.callbook.contact.ContactJson.LineJson;
import dev.callbook.contact.ContactJson.LineUserJson;
import dev.callbook.contact.ContactJson.ScopedJson;
import dev.callbook.contact.ContactJson.TwitterJson;
import dev.callbook.contact.ContactJson.WhatsAppJson;
import dev.callbook.customfield.CustomFieldPost;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Address;
import dev.callbook.directory.PhoneJson;
import dev.callbook.directory.References.SchemaJson;
import dev.callbook.organization.OrganizationJson;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the contact form posted, by the names that [ContactForm] documents.
record Posted(MultivaluedMap<String, String> fields) {
  /// A row of the numbers. @param row what told it apart in the form
  record PhoneLine(String row, String label, String number, String extension, boolean sms) {}

  /// A row of the addresses.
  record EmailLine(String row, String label, String address) {}

  String text(String name) {
    return Objects.requireNonNullElse(fields.getFirst(name), "");
  }

  /// Whether the button was the one that saves.
  boolean isSave() {
    return pressed().isEmpty() || pressed().equals("save");
  }

  /// The button that was pressed.
  String pressed() {
    return text("do");
  }

  int version() {
    String version = text("version");
    return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
  }

  Optional<String> division() {
    return text("division").isBlank() ? Optional.empty() : Optional.of(text("division"));
  }

  Optional<UUID> organization() {
    try {
      return text("organization").isBlank()
          ? Optional.empty()
          : Optional.of(UUID.fromString(text("organization")));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  boolean surveyOptOut() {
    return text("surveyOptOut").equals("true");
  }

  List<PhoneLine> phones() {
    List<String> rows = all("phoneRow");
    List<String> withSms = all("phoneSms");
    return IntStream.range(0, rows.size())
        .mapToObj(i ->
            new PhoneLine(
                rows.get(i),
                at("phoneLabel", i),
                at("phoneNumber", i),
                at("phoneExtension", i),
                withSms.contains(rows.get(i))))
        .toList();
  }

  List<EmailLine> emails() {
    List<String> rows = all("emailRow");
    return IntStream.range(0, rows.size())
        .mapToObj(i -> new EmailLine(rows.get(i), at("emailLabel", i), at("emailAddress", i)))
        .toList();
  }

  private List<String> all(String name) {
    return Objects.requireNonNullElse(fields.get(name), List.of());
  }

  private String at(String name, int index) {
    List<String> values = all(name);
    return index < values.size() ? values.get(index) : "";
  }

  /// The numbers that hold something, as they stand in the JSON's list.
  List<PhoneLine> typedPhones() {
    return phones().stream().filter(line -> !line.number().isBlank()).toList();
  }

  /// The addresses that hold something, as they stand in the JSON's list.
  List<EmailLine> typedEmails() {
    return emails().stream().filter(line -> !line.address().isBlank()).toList();
  }

  CustomFieldPost custom() {
    return CustomFieldPost.of(fields);
  }

  /// The form as the API's JSON, so that pages and API are read, and refused, by the same code.
  ///
  /// @param custom what the custom fields should hold
  ContactJson toJson(CustomValues custom) {
    return new ContactJson(
        null,
        null,
        text("firstName"),
        text("middleName"),
        text("lastName"),
        text("salutation"),
        text("title"),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        typedPhones().stream().map(Posted::phone).toList(),
        typedEmails().stream().map(line -> new EmailJson(line.label(), line.address())).toList(),
        address(),
        text("twitter").isBlank() ? null : new TwitterJson(null, null, text("twitter"), null),
        text("line").isBlank() ? null : new LineJson(List.of(new LineUserJson(text("line"))), null),
        text("whatsApp").isBlank()
            ? null
            : new WhatsAppJson(
                new PhoneJson(null, text("whatsApp"), null, null, null, null, null, null), null),
        text("facebook").isBlank()
            ? null
            : new FacebookJson(List.of(new ScopedJson(text("facebook"))), null),
        text("instagram").isBlank() ? null : new InstagramJson(null, null, text("instagram")),
        apple(),
        null,
        null,
        null,
        null,
        organization().map(OrganizationJson::reference).orElse(null),
        surveyOptOut(),
        text("externalSystemUrl"),
        SchemaJson.of(custom.schema()),
        custom.values(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static PhoneJson phone(PhoneLine line) {
    return new PhoneJson(
        line.label(),
        line.number(),
        extension(line.extension().strip()),
        line.sms(),
        null,
        null,
        null,
        null);
  }

  /// What is no number becomes one that the rule for extensions refuses, so there is one refusal.
  private static @Nullable Long extension(String typed) {
    if (typed.isEmpty()) {
      return null;
    }
    return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : -1L;
  }

  private Address address() {
    return new Address(
        text("address1"),
        text("address2"),
        text("city"),
        text("state"),
        text("postalCode"),
        text("countryCode"));
  }

  private @Nullable List<AppleJson> apple() {
    List<AppleJson> ids = new ArrayList<>();
    for (String id : text("apple").split("[\\s,]+", -1)) {
      if (!id.isBlank()) {
        ids.add(new AppleJson(id));
      }
    }
    return ids.isEmpty() ? null : ids;
  }
}
