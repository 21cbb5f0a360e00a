package dev.callbook.csvimport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import dev.callbook.directory.Address;
import dev.callbook.directory.Checks;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.directory.PhoneJson;
import dev.callbook.directory.References.ExternalIdJson;
import dev.callbook.directory.References.SchemaJson;
import dev.callbook.organization.OrganizationDetails;
import dev.callbook.organization.OrganizationDetails.Ticker;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.organization.OrganizationJson.TwitterJson;
import dev.callbook.organization.OrganizationReader;
import dev.callbook.phone.Region;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what rows say of organizations: brings the cells into the shape of a single write and lets
/// the organizations' own reader judge them. Safe for many threads.
final class OrganizationRowReader {
  /// Which field of the file stands behind a field of the API.
  private static final Map<String, ImportField> FIELDS =
      Map.ofEntries(
          Map.entry("name", ImportField.ORGANIZATION_NAME),
          Map.entry("externalIds[0].value", ImportField.ORGANIZATION_ID),
          Map.entry("companyType", ImportField.ORGANIZATION_TYPE),
          Map.entry("industry", ImportField.ORGANIZATION_INDUSTRY),
          Map.entry("phoneNumber", ImportField.ORGANIZATION_PHONE),
          Map.entry("faxNumber", ImportField.ORGANIZATION_FAX),
          Map.entry("address.address1", ImportField.ORGANIZATION_ADDRESS_1),
          Map.entry("address.address2", ImportField.ORGANIZATION_ADDRESS_2),
          Map.entry("address.city", ImportField.ORGANIZATION_CITY),
          Map.entry("address.state", ImportField.ORGANIZATION_STATE),
          Map.entry("address.postalCode", ImportField.ORGANIZATION_POSTAL_CODE),
          Map.entry("address.countryCode", ImportField.ORGANIZATION_COUNTRY_CODE),
          Map.entry("employeeCount", ImportField.ORGANIZATION_EMPLOYEES),
          Map.entry("revenue", ImportField.ORGANIZATION_REVENUE),
          Map.entry("tags", ImportField.ORGANIZATION_TAGS),
          Map.entry("tickers[0].symbol", ImportField.ORGANIZATION_TICKER),
          Map.entry("tickers[0].exchange", ImportField.ORGANIZATION_EXCHANGE),
          Map.entry("twitterId.screenName", ImportField.ORGANIZATION_X_HANDLE),
          Map.entry("externalSystemUrl", ImportField.ORGANIZATION_URL));

  private final Scope scope;
  private final Columns columns;
  private final ImportSettings settings;
  private final OrganizationReader organizations;
  private final String region;
  private final List<ImportField> fields;

  OrganizationRowReader(
      Scope scope,
      Columns columns,
      ImportSettings settings,
      OrganizationReader organizations,
      String region) {
    this.scope = scope;
    this.columns = columns;
    this.settings = settings;
    this.organizations = organizations;
    this.region = region;
    this.fields =
        settings.columns().stream().filter(ImportField::isOfOrganization).distinct().toList();
  }

  /// Whether a row says anything of an organization.
  boolean says(List<String> cells) {
    return fields.stream()
        .flatMap(field -> columns.at(field).stream())
        .anyMatch(column -> !cells.get(column).isBlank());
  }

  /// @param division where it belongs; null where the row says nothing
  /// @throws Invalid with every rule that is broken, the fields named as the API has them
  OrganizationRow read(long number, long line, List<String> cells, @Nullable UUID division) {
    Checks checks = new Checks();
    List<Integer> sites = sites(cells);
    OrganizationJson sent = sent(checks, cells, sites);
    try {
      OrganizationDetails details = organizations.read(scope, sent, null, region(cells));
      checks.refuseIfAny();
      // A site that is written twice is one site.
      Set<String> seen = new HashSet<>();
      List<Integer> kept = sites.stream().filter(nth -> seen.add(site(cells, nth))).toList();
      return new OrganizationRow(number, line, details, kept, division);
    } catch (Invalid refusal) {
      if (checks.errors().equals(refusal.errors())) {
        throw refusal;
      }
      throw new Invalid(
          Stream.concat(checks.errors().stream(), refusal.errors().stream()).toList());
    }
  }

  /// The refusal as a report has it.
  List<Rejection> inFileWords(long number, long line, Invalid refusal) {
    return refusal.errors().stream()
        .map(error -> {
          String column = columnOf(error);
          String words =
              column != null && error.message().startsWith(error.field())
                  ? column + error.message().substring(error.field().length())
                  : error.message();
          return new Rejection(number, line, column, error.rule(), words, error.problem());
        })
        .toList();
  }

  private @Nullable String columnOf(FieldError error) {
    String field = error.field();
    if (field.startsWith(CustomCells.FIELD)) {
      String key = field.substring(CustomCells.FIELD.length()).replaceFirst("\\[.*", "");
      return columns.organizationCustoms().stream()
          .filter(custom -> custom.key().equals(key))
          .findFirst()
          .map(custom -> columns.name(custom.cell()))
          .orElse(null);
    }
    if (field.startsWith("websites")) {
      return columns.name(ImportField.ORGANIZATION_WEBSITE);
    }
    return Stream.of(field, field.replaceFirst("[.\\[].*", ""))
        .map(FIELDS::get)
        .filter(known -> known != null && columns.has(known))
        .findFirst()
        .map(columns::name)
        .orElse(null);
  }

  private OrganizationJson sent(Checks checks, List<String> cells, List<Integer> sites) {
    ObjectNode customFields = CustomCells.read(checks, columns.organizationCustoms(), cells);
    String externalId = cell(cells, ImportField.ORGANIZATION_ID);
    if (externalId != null && RowReader.isScientific(externalId)) {
      RowReader.note(checks, "externalIds[0].value", Trouble.SCIENTIFIC);
    }
    return new OrganizationJson(
        null,
        cell(cells, ImportField.ORGANIZATION_NAME),
        null,
        cell(cells, ImportField.ORGANIZATION_TYPE),
        cell(cells, ImportField.ORGANIZATION_INDUSTRY),
        address(cells),
        phone(checks, "phoneNumber", cell(cells, ImportField.ORGANIZATION_PHONE)),
        phone(checks, "faxNumber", cell(cells, ImportField.ORGANIZATION_FAX)),
        whole(checks, "employeeCount", cell(cells, ImportField.ORGANIZATION_EMPLOYEES)),
        whole(checks, "revenue", cell(cells, ImportField.ORGANIZATION_REVENUE)),
        tags(cell(cells, ImportField.ORGANIZATION_TAGS)),
        sites.stream().map(site -> site(cells, site)).toList(),
        tickers(cells),
        twitter(cell(cells, ImportField.ORGANIZATION_X_HANDLE)),
        cell(cells, ImportField.ORGANIZATION_URL),
        null,
        null,
        null,
        customFields == null ? null : SchemaJson.of(settings.organizationSchema()),
        customFields,
        externalId == null
            ? null
            : List.of(
                new ExternalIdJson(ExternalSourceJson.reference(settings.source()), externalId)),
        null,
        null,
        null,
        null);
  }

  private @Nullable String cell(List<String> cells, ImportField field) {
    return columns.cell(cells, field);
  }

  private Address address(List<String> cells) {
    return new Address(
        cell(cells, ImportField.ORGANIZATION_ADDRESS_1),
        cell(cells, ImportField.ORGANIZATION_ADDRESS_2),
        cell(cells, ImportField.ORGANIZATION_CITY),
        cell(cells, ImportField.ORGANIZATION_STATE),
        cell(cells, ImportField.ORGANIZATION_POSTAL_CODE),
        cell(cells, ImportField.ORGANIZATION_COUNTRY_CODE));
  }

  /// Where the row's numbers are at home, if its address says so.
  private String region(List<String> cells) {
    return Optional.ofNullable(cell(cells, ImportField.ORGANIZATION_COUNTRY_CODE))
        .flatMap(Region::find)
        .map(Region::code)
        .orElse(region);
  }

  private static @Nullable PhoneJson phone(Checks checks, String field, @Nullable String number) {
    if (number == null) {
      return null;
    }
    if (RowReader.isScientific(number)) {
      RowReader.note(checks, field, Trouble.SCIENTIFIC);
    }
    return new PhoneJson(null, number, null, null, null, null, null, null);
  }

  private static @Nullable Long whole(Checks checks, String field, @Nullable String cell) {
    if (cell == null) {
      return null;
    }
    Optional<BigDecimal> number = CustomCells.wholeNumber(cell.strip());
    if (number.isEmpty()) {
      Reason reason = Reason.of(Trouble.NO_WHOLE_NUMBER);
      checks.note(field, "invalid.value", reason.in(Locale.ENGLISH), new Problem.Said(reason));
    }
    return number.map(BigDecimal::longValue).orElse(null);
  }

  private static @Nullable List<String> tags(@Nullable String cell) {
    return cell == null ? null : CustomCells.parts(cell);
  }

  private @Nullable List<Ticker> tickers(List<String> cells) {
    String symbol = cell(cells, ImportField.ORGANIZATION_TICKER);
    String exchange = cell(cells, ImportField.ORGANIZATION_EXCHANGE);
    return symbol == null && exchange == null ? null : List.of(new Ticker(symbol, exchange));
  }

  private static @Nullable TwitterJson twitter(@Nullable String handle) {
    return handle == null ? null : new TwitterJson(null, null, handle.strip(), null);
  }

  /// Which of the columns of websites say something, counted from 0.
  private List<Integer> sites(List<String> cells) {
    List<Integer> places = columns.at(ImportField.ORGANIZATION_WEBSITE);
    return IntStream.range(0, places.size())
        .filter(i -> !cells.get(places.get(i)).isBlank())
        .boxed()
        .toList();
  }

  private String site(List<String> cells, int nth) {
    return cells.get(columns.at(ImportField.ORGANIZATION_WEBSITE).get(nth)).strip();
  }
}
