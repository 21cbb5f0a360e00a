package dev.callbook.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactEmail;
import dev.callbook.contact.ContactPhone;
import dev.callbook.contact.Handles;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.directory.SchemaRef;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What several contacts hold together: each field as the contact has it that was changed last
/// among those that have it, every number, address and id, and of what people agreed to the least.
final class MergedDetails {
  private static final MergedLists<ContactPhone> PHONES =
      new MergedLists<>(
          List.of("other", "home", "work", "cell"),
          ContactPhone::label,
          (phone, label) -> new ContactPhone(label, phone.number()),
          phone -> new Line(key(phone), phone.number().extension()));

  private static final MergedLists<ContactEmail> EMAILS =
      new MergedLists<>(
          List.of("other", "personal", "work"),
          ContactEmail::label,
          (email, label) -> new ContactEmail(label, email.address()),
          ContactEmail::key);

  private final List<ContactDetails> newestFirst;

  private MergedDetails(List<Contact> contacts) {
    newestFirst = newestFirst(contacts).stream().map(Contact::details).toList();
  }

  /// A number with its extension: two extensions of one number are two lines.
  private record Line(String key, @Nullable String extension) {}

  /// The contacts, the one that was changed last first.
  static List<Contact> newestFirst(List<Contact> contacts) {
    return contacts.stream()
        .sorted(
            Comparator.comparing(Contact::modifiedAt)
                .thenComparing(Contact::createdAt)
                .thenComparing(contact -> contact.id().toString())
                .reversed())
        .toList();
  }

  static ContactDetails of(List<Contact> contacts) {
    return new MergedDetails(contacts).merged();
  }

  private ContactDetails merged() {
    SchemaRef schema = newest(ContactDetails::schema);
    return new ContactDetails(
        newest(ContactDetails::firstName),
        newest(ContactDetails::middleName),
        newest(ContactDetails::lastName),
        newest(ContactDetails::salutation),
        newest(ContactDetails::title),
        phones(),
        EMAILS.of(newestFirst.stream().map(ContactDetails::emails).toList()),
        newest(ContactDetails::address),
        handles(),
        newest(ContactDetails::organization),
        newestFirst.stream().anyMatch(ContactDetails::surveyOptOut),
        newest(ContactDetails::externalSystemUrl),
        all(ContactDetails::externalIds),
        schema,
        customFields(schema));
  }

  private <T> @Nullable T newest(Function<ContactDetails, @Nullable T> field) {
    return newestFirst.stream().map(field).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private <T> List<T> all(Function<ContactDetails, List<T>> field) {
    return newestFirst.stream().map(field).flatMap(List::stream).distinct().toList();
  }

  private List<ContactPhone> phones() {
    Set<String> refused = withoutSms(newestFirst);
    return PHONES.of(newestFirst.stream().map(ContactDetails::phones).toList()).stream()
        .map(phone -> refused.contains(key(phone)) ? silent(phone) : phone)
        .toList();
  }

  /// The keys of numbers that SMS is off for in any of the contacts, whatever the others say.
  static Set<String> withoutSms(List<ContactDetails> contacts) {
    return contacts.stream()
        .flatMap(details -> details.phones().stream())
        .filter(phone -> !phone.number().acceptsSms())
        .map(MergedDetails::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  static ContactPhone silent(ContactPhone phone) {
    return new ContactPhone(phone.label(), phone.number().acceptingSms(false));
  }

  /// Equal for two spellings of one number, whatever the extension.
  static String key(ContactPhone phone) {
    PhoneNumber number = phone.number();
    String key = number.lookupKey();
    return key == null ? "text:" + number.display() : "key:" + key;
  }

  private Handles handles() {
    List<Handles> all = newestFirst.stream().map(ContactDetails::handles).toList();
    return new Handles(
        newestHandle(all, Handles::twitter),
        newestHandle(all, Handles::line),
        newestHandle(all, Handles::facebook),
        newestHandle(all, Handles::instagram),
        newestHandle(all, Handles::whatsApp),
        all.stream().flatMap(handles -> handles.apple().stream()).distinct().toList());
  }

  private static <T> @Nullable T newestHandle(
      List<Handles> all, Function<Handles, @Nullable T> handle) {
    return all.stream().map(handle).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /// Key by key, of those contacts only whose fields follow the same schema: another's would break
  /// this one's rules.
  private @Nullable ObjectNode customFields(@Nullable SchemaRef schema) {
    return newestFirst.stream()
        .filter(details -> isSame(details.schema(), schema))
        .flatMap(details -> Stream.ofNullable(details.customFields()))
        .toList()
        .reversed()
        .stream()
        .map(ObjectNode::deepCopy)
        .reduce((older, newer) -> older.setAll(newer))
        .orElse(null);
  }

  private static boolean isSame(@Nullable SchemaRef one, @Nullable SchemaRef other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.id().equals(other.id());
  }
}
