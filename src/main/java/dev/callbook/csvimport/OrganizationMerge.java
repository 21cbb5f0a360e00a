package dev.callbook.csvimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.organization.OrganizationDetails;
import dev.callbook.organization.OrganizationDetails.Ticker;
import dev.callbook.organization.OrganizationDetails.Twitter;
import dev.callbook.platform.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What becomes of an organization by a row, as [RowMerge] says of contacts. Safe for many threads.
final class OrganizationMerge {
  private static final Address NOWHERE = new Address(null, null, null, null, null, null);

  private final Winners winners;
  private final ImportKind kind;

  OrganizationMerge(ImportSettings settings) {
    this.winners = new Winners(settings);
    this.kind = settings.kind();
  }

  OrganizationDetails onto(OrganizationDetails stored, OrganizationRow row) {
    OrganizationDetails said = row.details();
    CustomValues custom = CustomFields.merge(stored.custom(), custom(stored, row));
    return new OrganizationDetails(
        name(stored.name(), said.name()),
        pick(ImportField.ORGANIZATION_TYPE, said.companyType(), stored.companyType()),
        pick(ImportField.ORGANIZATION_INDUSTRY, said.industry(), stored.industry()),
        address(stored.address(), said.address()),
        phone(ImportField.ORGANIZATION_PHONE, said.phoneNumber(), stored.phoneNumber()),
        phone(ImportField.ORGANIZATION_FAX, said.faxNumber(), stored.faxNumber()),
        pick(ImportField.ORGANIZATION_EMPLOYEES, said.employeeCount(), stored.employeeCount()),
        pick(ImportField.ORGANIZATION_REVENUE, said.revenue(), stored.revenue()),
        list(ImportField.ORGANIZATION_TAGS, said.tags(), stored.tags()),
        websites(stored.websites(), row),
        tickers(stored.tickers(), said.tickers()),
        twitter(stored.twitter(), said.twitter()),
        pick(ImportField.ORGANIZATION_URL, said.externalSystemUrl(), stored.externalSystemUrl()),
        externalIds(stored.externalIds(), said.externalIds()),
        custom.schema(),
        custom.values());
  }

  /// Those of a row's custom fields that count.
  CustomValues custom(OrganizationDetails stored, OrganizationRow row) {
    CustomValues said = row.details().custom();
    if (said.values() == null || winners.areTheFile()) {
      return said;
    }
    ObjectNode held = stored.customFields();
    ObjectNode taken = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> value : said.values().properties()) {
      if (winners
          .ofOrganizationCustom(value.getKey())
          .overrules(held != null && held.has(value.getKey()))) {
        taken.set(value.getKey(), value.getValue());
      }
    }
    return taken.isEmpty() ? CustomValues.NONE : new CustomValues(said.schema(), taken);
  }

  private <T extends @Nullable Object> T pick(ImportField field, @Nullable T said, T stored) {
    return winners.of(field).pick(said, stored);
  }

  /// Beside contacts a name is how people spell where they work: one spelt otherwise is no change.
  /// In a file of organizations it is the organization's own.
  private String name(String stored, String said) {
    boolean isSame = kind == ImportKind.CONTACTS && Folding.key(stored).equals(Folding.key(said));
    return isSame ? stored : pick(ImportField.ORGANIZATION_NAME, said, stored);
  }

  private @Nullable Address address(@Nullable Address stored, @Nullable Address said) {
    if (said == null) {
      return stored;
    }
    Address old = Objects.requireNonNullElse(stored, NOWHERE);
    Address merged =
        new Address(
            pick(ImportField.ORGANIZATION_ADDRESS_1, said.address1(), old.address1()),
            pick(ImportField.ORGANIZATION_ADDRESS_2, said.address2(), old.address2()),
            pick(ImportField.ORGANIZATION_CITY, said.city(), old.city()),
            pick(ImportField.ORGANIZATION_STATE, said.state(), old.state()),
            pick(ImportField.ORGANIZATION_POSTAL_CODE, said.postalCode(), old.postalCode()),
            pick(ImportField.ORGANIZATION_COUNTRY_CODE, said.countryCode(), old.countryCode()));
    return merged.equals(NOWHERE) ? stored : merged;
  }

  /// The same number typed otherwise is no change.
  private @Nullable PhoneNumber phone(
      ImportField field, @Nullable PhoneNumber said, @Nullable PhoneNumber stored) {
    boolean isSame =
        said != null
            && stored != null
            && (said.e164() == null
                ? stored.userInput().equals(said.userInput())
                : said.e164().equals(stored.e164()));
    return isSame ? stored : pick(field, said, stored);
  }

  /// A cell says the whole list.
  private List<String> list(ImportField field, List<String> said, List<String> stored) {
    return !said.isEmpty() && winners.of(field).overrules(!stored.isEmpty()) ? said : stored;
  }

  /// Each column stands for one website, in the order of the columns.
  private List<String> websites(List<String> stored, OrganizationRow row) {
    List<String> merged = new ArrayList<>(stored);
    for (int i = 0; i < row.sites().size(); i++) {
      int nth = row.sites().get(i);
      String said = row.details().websites().get(i);
      boolean isStored = nth < stored.size();
      if (merged.contains(said)
          || !winners.of(ImportField.ORGANIZATION_WEBSITE, nth).overrules(isStored)) {
        continue;
      }
      if (isStored) {
        merged.set(nth, said);
      } else {
        merged.add(said);
      }
    }
    return List.copyOf(merged);
  }

  /// A row names one, the first.
  private List<Ticker> tickers(List<Ticker> stored, List<Ticker> said) {
    if (said.isEmpty()
        || !winners.of(ImportField.ORGANIZATION_TICKER).overrules(!stored.isEmpty())) {
      return stored;
    }
    List<Ticker> merged = new ArrayList<>(said);
    stored.stream().skip(1).filter(ticker -> !merged.contains(ticker)).forEach(merged::add);
    return stored.contains(said.getFirst()) ? stored : List.copyOf(merged);
  }

  /// The same screen name leaves what else is known of the account.
  private @Nullable Twitter twitter(@Nullable Twitter stored, @Nullable Twitter said) {
    boolean isSame =
        stored != null && said != null && Objects.equals(stored.screenName(), said.screenName());
    return isSame ? stored : pick(ImportField.ORGANIZATION_X_HANDLE, said, stored);
  }

  /// A gap is where the same source has given no id.
  private List<ExternalId> externalIds(List<ExternalId> stored, List<ExternalId> said) {
    List<ExternalId> merged = new ArrayList<>(stored);
    for (ExternalId id : said) {
      boolean isKnown = stored.stream().anyMatch(old -> old.source().equals(id.source()));
      if (!merged.contains(id) && winners.of(ImportField.ORGANIZATION_ID).overrules(isKnown)) {
        merged.add(id);
      }
    }
    return List.copyOf(merged);
  }
}
