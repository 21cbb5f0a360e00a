package dev.callbook.csvimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactEmail;
import dev.callbook.contact.ContactPhone;
import dev.callbook.contact.Handles;
import dev.callbook.csvimport.RowDraft.PhoneSlot;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What becomes of a contact by a row: what the row says replaces what is there, as far as its
/// columns may; what it does not say stays. Safe for many threads.
final class RowMerge {
  private static final Address NOWHERE = new Address(null, null, null, null, null, null);

  /// The columns that speak of one number.
  private record PhoneFields(ImportField number, ImportField extension, ImportField sms) {}

  private static final Map<String, PhoneFields> PHONES =
      Map.of(
          "work",
          new PhoneFields(
              ImportField.WORK_PHONE, ImportField.WORK_PHONE_EXTENSION, ImportField.WORK_PHONE_SMS),
          "cell",
          new PhoneFields(
              ImportField.CELL_PHONE, ImportField.CELL_PHONE_EXTENSION, ImportField.CELL_PHONE_SMS),
          "home",
          new PhoneFields(
              ImportField.HOME_PHONE, ImportField.HOME_PHONE_EXTENSION, ImportField.HOME_PHONE_SMS),
          "other",
          new PhoneFields(
              ImportField.OTHER_PHONE,
              ImportField.OTHER_PHONE_EXTENSION,
              ImportField.OTHER_PHONE_SMS));
  private static final Map<String, ImportField> EMAILS =
      Map.of(
          "work", ImportField.WORK_EMAIL,
          "personal", ImportField.PERSONAL_EMAIL,
          "other", ImportField.OTHER_EMAIL);

  private final Winners winners;

  RowMerge(ImportSettings settings) {
    this.winners = new Winners(settings);
  }

  /// A new contact. @param organization the row's external organization
  static ContactDetails fresh(RowDraft draft, @Nullable UUID organization) {
    ContactDetails said = draft.details();
    return new ContactDetails(
        said.firstName(),
        said.middleName(),
        said.lastName(),
        said.salutation(),
        said.title(),
        said.phones(),
        said.emails(),
        said.address(),
        said.handles(),
        organization,
        Boolean.TRUE.equals(draft.surveyOptOut()),
        said.externalSystemUrl(),
        said.externalIds(),
        said.schema(),
        said.customFields());
  }

  /// @param organization the row's external organization; null where the row says nothing
  ContactDetails onto(ContactDetails stored, RowDraft draft, @Nullable UUID organization) {
    ContactDetails said = draft.details();
    CustomValues custom = CustomFields.merge(stored.custom(), custom(stored, draft));
    return new ContactDetails(
        winners.ofName(ImportField.FIRST_NAME).pick(said.firstName(), stored.firstName()),
        pick(ImportField.MIDDLE_NAME, said.middleName(), stored.middleName()),
        winners.ofName(ImportField.LAST_NAME).pick(said.lastName(), stored.lastName()),
        pick(ImportField.SALUTATION, said.salutation(), stored.salutation()),
        pick(ImportField.TITLE, said.title(), stored.title()),
        phones(stored.phones(), draft),
        emails(stored.emails(), draft),
        address(stored.address(), said.address()),
        handles(stored.handles(), said.handles()),
        pick(ImportField.ORGANIZATION_NAME, organization, stored.organization()),
        surveyOptOut(stored, draft),
        pick(ImportField.EXTERNAL_SYSTEM_URL, said.externalSystemUrl(), stored.externalSystemUrl()),
        externalIds(stored.externalIds(), said.externalIds()),
        custom.schema(),
        custom.values());
  }

  /// Whether a row's organization becomes the contact's.
  boolean takesOrganization(ContactDetails stored, RowDraft draft) {
    return draft.organization() != null
        && winners.of(ImportField.ORGANIZATION_NAME).overrules(stored.organization() != null);
  }

  /// Those of a row's custom fields that count.
  CustomValues custom(ContactDetails stored, RowDraft draft) {
    CustomValues said = draft.details().custom();
    if (said.values() == null || winners.areTheFile()) {
      return said;
    }
    ObjectNode held = stored.customFields();
    ObjectNode taken = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> value : said.values().properties()) {
      if (winners.ofCustom(value.getKey()).overrules(held != null && held.has(value.getKey()))) {
        taken.set(value.getKey(), value.getValue());
      }
    }
    return taken.isEmpty() ? CustomValues.NONE : new CustomValues(said.schema(), taken);
  }

  private <T extends @Nullable Object> T pick(ImportField field, @Nullable T said, T stored) {
    return winners.of(field).pick(said, stored);
  }

  /// A contact always says whether surveys are allowed: there is no gap to fill.
  private boolean surveyOptOut(ContactDetails stored, RowDraft draft) {
    return pick(
        ImportField.SURVEY_OPT_OUT, draft.surveyOptOut(), Boolean.valueOf(stored.surveyOptOut()));
  }

  private List<ContactPhone> phones(List<ContactPhone> stored, RowDraft draft) {
    List<ContactPhone> merged = new ArrayList<>(stored);
    for (int i = 0; i < draft.phoneSlots().size(); i++) {
      PhoneSlot slot = draft.phoneSlots().get(i);
      ContactPhone said = draft.details().phones().get(i);
      PhoneWinners wins = phoneWinners(said.label(), slot.nth());
      int place = place(merged, ContactPhone::label, said.label(), slot.nth());
      if (place >= 0) {
        PhoneNumber old = merged.get(place).number();
        merged.set(place, new ContactPhone(said.label(), wins.of(old, said.number(), slot)));
      } else if (wins.number().overrules(false)) {
        merged.add(new ContactPhone(said.label(), wins.anew(said.number())));
      }
    }
    return List.copyOf(merged);
  }

  private PhoneWinners phoneWinners(String label, int nth) {
    PhoneFields fields = Objects.requireNonNull(PHONES.get(label));
    return new PhoneWinners(
        winners.of(fields.number(), nth),
        winners.of(fields.extension(), nth),
        winners.of(fields.sms(), nth));
  }

  /// What counts of a number, its extension, and whether agents may send SMS to it.
  private record PhoneWinners(Winner number, Winner extension, Winner sms) {
    /// The same number typed otherwise is no change; what the row does not say about it stays.
    /// Another number starts with SMS off.
    PhoneNumber of(PhoneNumber old, PhoneNumber said, PhoneSlot slot) {
      boolean same =
          said.e164() == null
              ? old.userInput().equals(said.userInput())
              : said.e164().equals(old.e164());
      if (!same) {
        return number.overrules(true) ? anew(said) : old;
      }
      // A number always says whether it takes SMS: there is no gap to fill.
      boolean acceptsSms = sms.pick(slot.acceptsSms(), Boolean.valueOf(old.acceptsSms()));
      String extensionNow = extension.pick(said.extension(), old.extension());
      return acceptsSms == old.acceptsSms() && Objects.equals(extensionNow, old.extension())
          ? old
          : with(old, extensionNow, acceptsSms);
    }

    /// A number that the contact had not, with what its row may say about it.
    PhoneNumber anew(PhoneNumber said) {
      return extension.overrules(false) && sms.overrules(false)
          ? said
          : with(
              said,
              extension.overrules(false) ? said.extension() : null,
              sms.overrules(false) && said.acceptsSms());
    }

    private static PhoneNumber with(
        PhoneNumber number, @Nullable String extension, boolean acceptsSms) {
      return new PhoneNumber(
          number.userInput(),
          number.display(),
          number.e164(),
          extension,
          number.countryCode(),
          number.region(),
          acceptsSms,
          number.lookupKey(),
          number.digits());
    }
  }

  private List<ContactEmail> emails(List<ContactEmail> stored, RowDraft draft) {
    List<ContactEmail> merged = new ArrayList<>(stored);
    for (int i = 0; i < draft.emailSlots().size(); i++) {
      int nth = draft.emailSlots().get(i);
      ContactEmail said = draft.details().emails().get(i);
      ImportField field = Objects.requireNonNull(EMAILS.get(said.label()));
      int place = place(merged, ContactEmail::label, said.label(), nth);
      if (!winners.of(field, nth).overrules(place >= 0)) {
        continue;
      }
      if (place >= 0) {
        merged.set(place, said);
      } else {
        merged.add(said);
      }
    }
    return List.copyOf(merged);
  }

  /// Where the nth of its label stands; -1 where there are fewer.
  private static <T> int place(List<T> items, Function<T, String> label, String wanted, int nth) {
    int seen = 0;
    for (int i = 0; i < items.size(); i++) {
      if (label.apply(items.get(i)).equals(wanted) && seen++ == nth) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Address address(@Nullable Address stored, @Nullable Address said) {
    if (said == null) {
      return stored;
    }
    Address old = Objects.requireNonNullElse(stored, NOWHERE);
    Address merged =
        new Address(
            pick(ImportField.ADDRESS_1, said.address1(), old.address1()),
            pick(ImportField.ADDRESS_2, said.address2(), old.address2()),
            pick(ImportField.CITY, said.city(), old.city()),
            pick(ImportField.STATE, said.state(), old.state()),
            pick(ImportField.POSTAL_CODE, said.postalCode(), old.postalCode()),
            pick(ImportField.COUNTRY_CODE, said.countryCode(), old.countryCode()));
    return merged.equals(NOWHERE) ? stored : merged;
  }

  private Handles handles(Handles stored, Handles said) {
    if (said.isEmpty()) {
      return stored;
    }
    return new Handles(
        pick(ImportField.X_HANDLE, said.twitter(), stored.twitter()),
        pick(ImportField.LINE, said.line(), stored.line()),
        pick(ImportField.FACEBOOK, said.facebook(), stored.facebook()),
        pick(ImportField.INSTAGRAM, said.instagram(), stored.instagram()),
        pick(ImportField.WHATSAPP, said.whatsApp(), stored.whatsApp()),
        stored.apple());
  }

  /// A gap is where the same source has given no id.
  private List<ExternalId> externalIds(List<ExternalId> stored, List<ExternalId> said) {
    List<ExternalId> merged = new ArrayList<>(stored);
    for (ExternalId id : said) {
      boolean isKnown = stored.stream().anyMatch(old -> old.source().equals(id.source()));
      if (!merged.contains(id) && winners.of(ImportField.EXTERNAL_ID).overrules(isKnown)) {
        merged.add(id);
      }
    }
    return List.copyOf(merged);
  }
}
