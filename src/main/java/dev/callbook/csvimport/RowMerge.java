package dev.callbook.csvimport;

import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactEmail;
import dev.callbook.contact.ContactPhone;
import dev.callbook.contact.Handles;
import dev.callbook.csvimport.RowDraft.PhoneSlot;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What becomes of a contact by a row: what the row says replaces what is there, what it does not
/// say stays.
final class RowMerge {
  private RowMerge() {}

  /// A new contact. @param organization the row's external organization
  static ContactDetails fresh(RowDraft draft, @Nullable UUID organization) {
    return with(draft.details(), organization, Boolean.TRUE.equals(draft.surveyOptOut()));
  }

  /// @param organization the row's external organization; null where the row says nothing
  static ContactDetails onto(ContactDetails stored, RowDraft draft, @Nullable UUID organization) {
    ContactDetails said = draft.details();
    CustomValues custom = CustomFields.merge(stored.custom(), said.custom());
    return new ContactDetails(
        either(said.firstName(), stored.firstName()),
        either(said.middleName(), stored.middleName()),
        either(said.lastName(), stored.lastName()),
        either(said.salutation(), stored.salutation()),
        either(said.title(), stored.title()),
        phones(stored.phones(), draft),
        emails(stored.emails(), draft),
        address(stored.address(), said.address()),
        handles(stored.handles(), said.handles()),
        either(organization, stored.organization()),
        either(draft.surveyOptOut(), stored.surveyOptOut()),
        either(said.externalSystemUrl(), stored.externalSystemUrl()),
        externalIds(stored.externalIds(), said.externalIds()),
        custom.schema(),
        custom.values());
  }

  private static ContactDetails with(
      ContactDetails d, @Nullable UUID organization, boolean surveyOptOut) {
    return new ContactDetails(
        d.firstName(),
        d.middleName(),
        d.lastName(),
        d.salutation(),
        d.title(),
        d.phones(),
        d.emails(),
        d.address(),
        d.handles(),
        organization,
        surveyOptOut,
        d.externalSystemUrl(),
        d.externalIds(),
        d.schema(),
        d.customFields());
  }

  private static <T extends @Nullable Object> T either(@Nullable T said, T stored) {
    return said == null ? stored : said;
  }

  private static List<ContactPhone> phones(List<ContactPhone> stored, RowDraft draft) {
    List<ContactPhone> merged = new ArrayList<>(stored);
    for (int i = 0; i < draft.phoneSlots().size(); i++) {
      PhoneSlot slot = draft.phoneSlots().get(i);
      put(
          merged,
          draft.details().phones().get(i),
          slot.nth(),
          ContactPhone::label,
          (old, said) -> new ContactPhone(old.label(), phone(old.number(), said.number(), slot)));
    }
    return List.copyOf(merged);
  }

  /// The same number typed otherwise is no change; what the row does not say about it stays.
  /// Another number starts with SMS off.
  private static PhoneNumber phone(PhoneNumber old, PhoneNumber said, PhoneSlot slot) {
    boolean same =
        said.e164() == null
            ? old.userInput().equals(said.userInput())
            : said.e164().equals(old.e164());
    if (!same) {
      return said;
    }
    boolean acceptsSms = either(slot.acceptsSms(), old.acceptsSms());
    String extension = either(said.extension(), old.extension());
    return acceptsSms == old.acceptsSms() && Objects.equals(extension, old.extension())
        ? old
        : new PhoneNumber(
            old.userInput(),
            old.display(),
            old.e164(),
            extension,
            old.countryCode(),
            old.region(),
            acceptsSms,
            old.lookupKey(),
            old.digits());
  }

  private static List<ContactEmail> emails(List<ContactEmail> stored, RowDraft draft) {
    List<ContactEmail> merged = new ArrayList<>(stored);
    for (int i = 0; i < draft.emailSlots().size(); i++) {
      put(
          merged,
          draft.details().emails().get(i),
          draft.emailSlots().get(i),
          ContactEmail::label,
          (_, said) -> said);
    }
    return List.copyOf(merged);
  }

  /// Puts an item in the place of the nth of its label, or at the end where there are fewer.
  private static <T> void put(
      List<T> items, T said, int nth, Function<T, String> label, BinaryOperator<T> replace) {
    int seen = 0;
    for (int i = 0; i < items.size(); i++) {
      if (label.apply(items.get(i)).equals(label.apply(said)) && seen++ == nth) {
        items.set(i, replace.apply(items.get(i), said));
        return;
      }
    }
    items.add(said);
  }

  private static @Nullable Address address(@Nullable Address stored, @Nullable Address said) {
    if (stored == null || said == null) {
      return either(said, stored);
    }
    return new Address(
        either(said.address1(), stored.address1()),
        either(said.address2(), stored.address2()),
        either(said.city(), stored.city()),
        either(said.state(), stored.state()),
        either(said.postalCode(), stored.postalCode()),
        either(said.countryCode(), stored.countryCode()));
  }

  private static Handles handles(Handles stored, Handles said) {
    if (said.isEmpty()) {
      return stored;
    }
    return new Handles(
        either(said.twitter(), stored.twitter()),
        either(said.line(), stored.line()),
        either(said.facebook(), stored.facebook()),
        either(said.instagram(), stored.instagram()),
        either(said.whatsApp(), stored.whatsApp()),
        stored.apple());
  }

  private static List<ExternalId> externalIds(List<ExternalId> stored, List<ExternalId> said) {
    List<ExternalId> merged = new ArrayList<>(stored);
    said.stream().filter(id -> !merged.contains(id)).forEach(merged::add);
    return List.copyOf(merged);
  }
}
