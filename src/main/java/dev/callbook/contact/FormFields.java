package dev.callbook.contact;

import dev.callbook.contact.Posted.EmailLine;
import dev.callbook.contact.Posted.PhoneLine;
import dev.callbook.directory.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the contact form's fields hold, wherever that came from.
record FormFields(
    Map<String, String> texts,
    Optional<UUID> organization,
    Optional<String> division,
    boolean surveyOptOut,
    List<PhoneLine> phones,
    List<EmailLine> emails) {
  private static final PhoneLine NO_PHONE = new PhoneLine("0", "work", "", "", false);
  private static final EmailLine NO_EMAIL = new EmailLine("0", "work", "");

  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  static FormFields empty(@Nullable String organization) {
    Optional<UUID> id = Optional.empty();
    if (organization != null && !organization.isBlank()) {
      id = Optional.of(dev.callbook.wire.Parse.id("organization", organization));
    }
    return new FormFields(
        Map.of(), id, Optional.empty(), false, List.of(NO_PHONE), List.of(NO_EMAIL));
  }

  static FormFields of(Posted posted) {
    Map<String, String> texts = new HashMap<>();
    posted.fields().forEach((name, values) -> texts.put(name, values.getFirst()));
    return new FormFields(
        texts,
        posted.organization(),
        posted.division(),
        posted.surveyOptOut(),
        posted.phones(),
        posted.emails());
  }

  static FormFields of(ContactDetails d) {
    Map<String, String> texts = new HashMap<>();
    put(texts, "salutation", d.salutation());
    put(texts, "firstName", d.firstName());
    put(texts, "middleName", d.middleName());
    put(texts, "lastName", d.lastName());
    put(texts, "title", d.title());
    put(texts, "externalSystemUrl", d.externalSystemUrl());
    putAddress(texts, d.address());
    putHandles(texts, d.handles());
    List<PhoneLine> phones =
        IntStream.range(0, d.phones().size()).mapToObj(i -> line(i, d.phones().get(i))).toList();
    List<EmailLine> emails =
        IntStream.range(0, d.emails().size())
            .mapToObj(i ->
                new EmailLine(
                    String.valueOf(i), d.emails().get(i).label(), d.emails().get(i).address()))
            .toList();
    return new FormFields(
        texts,
        Optional.ofNullable(d.organization()),
        Optional.empty(),
        d.surveyOptOut(),
        phones,
        emails);
  }

  private static PhoneLine line(int i, ContactPhone phone) {
    return new PhoneLine(
        String.valueOf(i),
        phone.label(),
        phone.number().display(),
        Objects.requireNonNullElse(phone.number().extension(), ""),
        phone.number().acceptsSms());
  }

  private static void putAddress(Map<String, String> texts, @Nullable Address address) {
    if (address != null) {
      put(texts, "address1", address.address1());
      put(texts, "address2", address.address2());
      put(texts, "city", address.city());
      put(texts, "state", address.state());
      put(texts, "postalCode", address.postalCode());
      put(texts, "countryCode", address.countryCode());
    }
  }

  private static void putHandles(Map<String, String> texts, Handles handles) {
    put(texts, "twitter", handles.twitter() == null ? null : handles.twitter().screenName());
    put(texts, "line", handles.line() == null ? null : handles.line().id());
    put(texts, "facebook", handles.facebook() == null ? null : handles.facebook().id());
    put(texts, "instagram", handles.instagram() == null ? null : handles.instagram().handle());
    put(
        texts,
        "whatsApp",
        handles.whatsApp() == null ? null : handles.whatsApp().number().display());
    put(texts, "apple", String.join(", ", handles.apple()));
  }

  private static void put(Map<String, String> texts, String name, @Nullable String value) {
    if (value != null) {
      texts.put(name, value);
    }
  }

  /// What a button without a script does: adds a row, or takes one out.
  FormFields pressed(String button) {
    List<PhoneLine> numbers = new ArrayList<>(phones);
    List<EmailLine> addresses = new ArrayList<>(emails);
    if (button.equals("add-phone")) {
      numbers.add(new PhoneLine("n" + numbers.size(), "cell", "", "", false));
    } else if (button.equals("add-email")) {
      addresses.add(new EmailLine("n" + addresses.size(), "other", ""));
    }
    numbers.removeIf(line -> button.equals("remove-phone-" + line.row()));
    addresses.removeIf(line -> button.equals("remove-email-" + line.row()));
    return new FormFields(texts, organization, division, surveyOptOut, numbers, addresses);
  }

  /// What is saved: as typed; stored where the form shows no such field, or where the person chose
  /// the saved version.
  static ContactDetails merge(Posted posted, ContactDetails stored, ContactDetails typed) {
    return new ContactDetails(
        pick(posted, "firstName", stored.firstName(), typed.firstName()),
        pick(posted, "middleName", stored.middleName(), typed.middleName()),
        pick(posted, "lastName", stored.lastName(), typed.lastName()),
        pick(posted, "salutation", stored.salutation(), typed.salutation()),
        pick(posted, "title", stored.title(), typed.title()),
        takesSaved(posted, "phones") ? stored.phones() : typed.phones(),
        takesSaved(posted, "emails") ? stored.emails() : typed.emails(),
        pick(posted, "address", stored.address(), typed.address()),
        takesSaved(posted, "handles")
            ? stored.handles()
            : typed.handles().keeping(stored.handles()),
        pick(posted, "organization", stored.organization(), typed.organization()),
        takesSaved(posted, "surveyOptOut") ? stored.surveyOptOut() : typed.surveyOptOut(),
        pick(posted, "externalSystemUrl", stored.externalSystemUrl(), typed.externalSystemUrl()),
        stored.externalIds(),
        typed.schema(),
        typed.customFields());
  }

  private static <T> @Nullable T pick(
      Posted posted, String field, @Nullable T stored, @Nullable T typed) {
    return takesSaved(posted, field) ? stored : typed;
  }

  private static boolean takesSaved(Posted posted, String field) {
    return posted.text("take-" + field).equals("saved");
  }
}
