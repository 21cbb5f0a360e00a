package dev.callbook.csvimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactEmail;
import dev.callbook.contact.Handles;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What becomes of a contact by a row: what the row says replaces what is there, as far as its
/// columns may; what it does not say stays. Safe for many threads.
final class RowMerge {
  private static final Address NOWHERE = new Address(null, null, null, null, null, null);

  private static final Map<String, ImportField> EMAILS =
      Map.of(
          "work", ImportField.WORK_EMAIL,
          "personal", ImportField.PERSONAL_EMAIL,
          "other", ImportField.OTHER_EMAIL);

  private final Winners winners;
  private final PhoneMerge phones;

  RowMerge(ImportSettings settings) {
    this.winners = new Winners(settings);
    this.phones = new PhoneMerge(winners);
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
        phones.merge(stored.phones(), draft),
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

  private List<ContactEmail> emails(List<ContactEmail> stored, RowDraft draft) {
    List<ContactEmail> merged = new ArrayList<>(stored);
    for (int i = 0; i < draft.emailSlots().size(); i++) {
      int nth = draft.emailSlots().get(i);
      ContactEmail said = draft.details().emails().get(i);
      ImportField field = Objects.requireNonNull(EMAILS.get(said.label()));
      int place = PhoneMerge.place(merged, ContactEmail::label, said.label(), nth);
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
