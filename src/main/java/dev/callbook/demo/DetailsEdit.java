package dev.callbook.demo;

import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactPhone;
import dev.callbook.directory.Address;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What somebody changed on a contact.
enum DetailsEdit {
  PROMOTED(0, 7, 0),
  ALLOWED_SMS(1, 14, 0),
  MOVED(1, 21, 2),
  OPTED_OUT(1, 35, 3);

  private final int editor;
  private final int step;
  private final int first;

  DetailsEdit(int editor, int step, int first) {
    this.editor = editor;
    this.step = step;
    this.first = first;
  }

  /// Whose edit it is, among two.
  int ordinalOfEditor() {
    return editor;
  }

  /// The first contact of the list it happened to.
  int first() {
    return first;
  }

  /// How many contacts further the next is.
  int step() {
    return step;
  }

  Contact on(Contact old) {
    ContactDetails d = old.details();
    return new Contact(
        old.id(),
        old.division(),
        old.type(),
        new ContactDetails(
            d.firstName(),
            d.middleName(),
            d.lastName(),
            d.salutation(),
            this == PROMOTED ? "Head of Operations" : d.title(),
            this == ALLOWED_SMS ? withSms(d.phones()) : d.phones(),
            d.emails(),
            this == MOVED ? nextDoor(d.address()) : d.address(),
            d.handles(),
            d.organization(),
            this == OPTED_OUT || d.surveyOptOut(),
            d.externalSystemUrl(),
            d.externalIds(),
            d.schema(),
            d.customFields()),
        old.version(),
        old.createdAt(),
        old.modifiedAt());
  }

  private static List<ContactPhone> withSms(List<ContactPhone> phones) {
    return IntStream.range(0, phones.size())
        .mapToObj(i -> i == 0 ? toggled(phones.getFirst()) : phones.get(i))
        .toList();
  }

  private static ContactPhone toggled(ContactPhone phone) {
    return new ContactPhone(
        phone.label(), phone.number().acceptingSms(!phone.number().acceptsSms()));
  }

  private static @Nullable Address nextDoor(@Nullable Address old) {
    return old == null
        ? null
        : new Address(
            old.address1(),
            "2nd floor",
            old.city(),
            old.state(),
            old.postalCode(),
            old.countryCode());
  }
}
