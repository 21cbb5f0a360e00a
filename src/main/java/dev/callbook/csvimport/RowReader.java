package dev.callbook.csvimport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactJson;
import dev.callbook.contact.ContactJson.EmailJson;
import dev.callbook.contact.ContactReader;
import dev.callbook.contact.Contacts;
import dev.callbook.csvimport.RowDraft.PhoneSlot;
import dev.callbook.csvimport.RowReading.Accepted;
import dev.callbook.csvimport.RowReading.Refused;
import dev.callbook.csvimport.reading.CsvRow;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import dev.callbook.directory.Checks;
import dev.callbook.directory.HarmlessText;
import dev.callbook.directory.PhoneJson;
import dev.callbook.organization.OrganizationReader;
import dev.callbook.phone.Region;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads rows as contacts and organizations: brings the cells into the shape of a single write and
/// lets the readers of those judge them. Safe for many threads.
final class RowReader {
  private static final int MAX_ORGANIZATION = 1000;
  private static final Pattern SCIENTIFIC_FORM =
      Pattern.compile("\\+?\\d(?:[.,]\\d+)?E\\+?\\d{1,3}");

  private final Scope scope;
  private final Columns columns;
  private final ImportSettings settings;
  private final ContactReader contacts;
  private final String region;
  private final Shaping shaping;
  private final DivisionCells divisions;
  private final @Nullable OrganizationRowReader organizations;

  /// @param region for numbers without a country code
  RowReader(
      Scope scope,
      List<String> header,
      ImportSettings settings,
      ContactReader contacts,
      OrganizationReader organizations,
      String region) {
    this.scope = scope;
    this.columns = new Columns(header, settings);
    this.settings = settings;
    this.contacts = contacts;
    this.region = region;
    this.shaping = new Shaping(settings);
    this.divisions = new DivisionCells(scope);
    this.organizations =
        settings.describesOrganizations()
            ? new OrganizationRowReader(scope, columns, settings, organizations, region)
            : null;
  }

  /// @param number counted from 0, the header left out
  RowReading read(long number, CsvRow row) {
    return switch (row) {
      case CsvRow.Misfit misfit ->
          new Refused(
              List.of(
                  new Rejection(number, misfit.line(), null, "invalid.value", misfit.reason())));
      case CsvRow.Regular regular -> read(number, regular.line(), regular.cells());
      case CsvRow.Flawed flawed -> read(number, flawed);
    };
  }

  /// What is wrong with columns that are left out does not matter.
  private RowReading read(long number, CsvRow.Flawed row) {
    List<Rejection> reasons =
        row.flaws().stream()
            .filter(flaw -> settings.columns().get(flaw.column()) != ImportField.IGNORE)
            .map(flaw ->
                new Rejection(
                    number,
                    row.line(),
                    columns.name(flaw.column()),
                    "invalid.value",
                    flaw.reason()))
            .toList();
    return reasons.isEmpty() ? read(number, row.line(), row.cells()) : new Refused(reasons);
  }

  private RowReading read(long number, long line, List<String> asWritten) {
    List<String> cells = shaping.shape(original(asWritten));
    String named = columns.cell(cells, ImportField.DIVISION);
    UUID division = named == null ? null : divisions.find(named).orElse(null);
    RowReading read = readRecords(number, line, cells, division);
    if (named == null || division != null) {
      return read;
    }
    List<Rejection> unknown =
        List.of(
            new Rejection(
                number,
                line,
                columns.name(ImportField.DIVISION),
                "unknown",
                Reason.of(Trouble.NO_SUCH_DIVISION)));
    return new Refused(read instanceof Refused(var more) ? both(unknown, more) : unknown);
  }

  private RowReading readRecords(
      long number, long line, List<String> cells, @Nullable UUID division) {
    if (organizations == null) {
      return readContact(number, line, cells, null, division);
    }
    boolean isAlone = settings.kind() == ImportKind.ORGANIZATIONS;
    List<Rejection> reasons = new ArrayList<>();
    OrganizationRow organization =
        isAlone || organizations.says(cells)
            ? organization(organizations, number, line, cells, division, reasons)
            : null;
    if (isAlone) {
      return organization == null ? new Refused(reasons) : new Accepted(null, organization);
    }
    return switch (readContact(number, line, cells, organization, division)) {
      case Refused refused -> new Refused(both(refused.reasons(), reasons));
      case Accepted accepted -> reasons.isEmpty() ? accepted : new Refused(reasons);
    };
  }

  private static List<Rejection> both(List<Rejection> some, List<Rejection> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /// @return null where it breaks rules, which are then among `reasons`
  private static @Nullable OrganizationRow organization(
      OrganizationRowReader reader,
      long number,
      long line,
      List<String> cells,
      @Nullable UUID division,
      List<Rejection> reasons) {
    try {
      return reader.read(number, line, cells, division);
    } catch (Invalid refusal) {
      reasons.addAll(reader.inFileWords(number, line, refusal));
      return null;
    }
  }

  /// @param organization what the row says of one, where it says more than a name
  private RowReading readContact(
      long number,
      long line,
      List<String> cells,
      @Nullable OrganizationRow organization,
      @Nullable UUID division) {
    Checks checks = new Checks();
    PhoneCells phones = phones(checks, cells);
    refuseLostDigits(checks, cells);
    List<Columns.Email> emails =
        columns.emails().stream()
            .filter(email -> Columns.cell(cells, email.address()) != null)
            .toList();
    Boolean surveyOptOut = yesNo(checks, cells);
    String employer =
        organizations == null
            ? checks.text(
                "externalOrganization.name",
                columns.cell(cells, ImportField.ORGANIZATION_NAME),
                MAX_ORGANIZATION)
            : organization == null ? null : organization.details().name();
    ObjectNode customFields = CustomCells.read(checks, columns.customs(), cells);
    ContactJson sent =
        RowJson.of(columns, settings, cells, phones.sent(), json(cells, emails), customFields);
    try {
      ContactDetails details = contacts.read(scope, sent, null, region);
      if (checks.errors().isEmpty()) {
        return new Accepted(
            new RowDraft(
                number,
                line,
                details,
                phones.slots(),
                emails.stream().map(Columns.Email::nth).toList(),
                surveyOptOut,
                employer,
                division),
            organization);
      }
      return refused(number, line, checks.errors(), phones, emails);
    } catch (Invalid refusal) {
      List<FieldError> errors =
          Stream.concat(checks.errors().stream(), refusal.errors().stream()).toList();
      return refused(number, line, errors, phones, emails);
    }
  }

  /// The numbers that have a cell, and where they come from.
  private record PhoneCells(
      List<Columns.Phone> places, List<PhoneJson> sent, List<PhoneSlot> slots) {}

  /// The cells as they were before an export made them harmless to spreadsheet programs.
  private static List<String> original(List<String> cells) {
    return cells.stream().anyMatch(cell -> cell.startsWith("'"))
        ? cells.stream().map(HarmlessText::original).toList()
        : cells;
  }

  private PhoneCells phones(Checks checks, List<String> cells) {
    List<Columns.Phone> places = new ArrayList<>(4);
    List<PhoneJson> sent = new ArrayList<>(4);
    List<PhoneSlot> slots = new ArrayList<>(4);
    String country = country(cells);
    for (Columns.Phone phone : columns.phones()) {
      String typed = Columns.cell(cells, phone.number());
      if (typed == null) {
        continue;
      }
      String permission = Columns.cell(cells, phone.acceptsSms());
      Boolean acceptsSms = permission == null ? null : YesNo.read(permission).orElse(false);
      Long extension = extension(checks, "phoneNumbers[" + sent.size() + "]", cells, phone);
      if (isScientific(typed)) {
        note(checks, "phoneNumbers[" + sent.size() + "].number", Trouble.SCIENTIFIC);
      }
      places.add(phone);
      sent.add(
          new PhoneJson(phone.label(), typed, extension, acceptsSms, country, null, null, null));
      slots.add(new PhoneSlot(phone.nth(), acceptsSms));
    }
    return new PhoneCells(places, sent, slots);
  }

  /// A spreadsheet program that took a long number for a quantity wrote `3.49112E+10`: read as it
  /// stands it would be somebody else's.
  static boolean isScientific(String cell) {
    return cell.indexOf('E') > 0 && SCIENTIFIC_FORM.matcher(cell.strip()).matches();
  }

  private void refuseLostDigits(Checks checks, List<String> cells) {
    String id = columns.cell(cells, ImportField.EXTERNAL_ID);
    if (id != null && isScientific(id)) {
      note(checks, "externalIds[0].value", Trouble.SCIENTIFIC);
    }
    String whatsApp = columns.cell(cells, ImportField.WHATSAPP);
    if (whatsApp != null && isScientific(whatsApp)) {
      note(checks, "whatsAppId.phoneNumber.display", Trouble.SCIENTIFIC);
    }
  }

  static void note(Checks checks, String field, Trouble trouble) {
    Reason reason = Reason.of(trouble);
    checks.note(field, "invalid.value", reason.in(Locale.ENGLISH), new Problem.Said(reason));
  }

  /// Where the row's numbers are at home, if its address says so: people write them as they dial
  /// them there.
  private @Nullable String country(List<String> cells) {
    return Optional.ofNullable(columns.cell(cells, ImportField.COUNTRY_CODE))
        .flatMap(Region::find)
        .map(Region::code)
        .orElse(null);
  }

  private static @Nullable Long extension(
      Checks checks, String field, List<String> cells, Columns.Phone phone) {
    String cell = Columns.cell(cells, phone.extension());
    if (cell == null) {
      return null;
    }
    String digits = cell.strip();
    if (digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      note(checks, field + ".extension", Trouble.EXTENSION_NOT_DIGITS);
      return null;
    }
    return Long.valueOf(digits);
  }

  private static List<EmailJson> json(List<String> cells, List<Columns.Email> emails) {
    return emails.stream()
        .map(email -> new EmailJson(email.label(), cells.get(email.address())))
        .toList();
  }

  private @Nullable Boolean yesNo(Checks checks, List<String> cells) {
    String cell = columns.cell(cells, ImportField.SURVEY_OPT_OUT);
    if (cell == null) {
      return null;
    }
    Optional<Boolean> read = YesNo.read(cell);
    if (read.isEmpty()) {
      note(checks, "surveyOptOut", Trouble.NEITHER_YES_NOR_NO);
    }
    return read.orElse(null);
  }

  private Refused refused(
      long number,
      long line,
      List<FieldError> errors,
      PhoneCells phones,
      List<Columns.Email> emails) {
    return new Refused(
        errors.stream()
            .map(error -> {
              String column = columnOf(error.field(), phones, emails);
              return new Rejection(
                  number, line, column, error.rule(), inFileWords(error, column), error.problem());
            })
            .toList());
  }

  /// Messages speak of the API's fields; a report speaks of the file's columns.
  private static String inFileWords(FieldError error, @Nullable String column) {
    return column != null && error.message().startsWith(error.field())
        ? column + error.message().substring(error.field().length())
        : error.message();
  }

  private @Nullable String columnOf(String field, PhoneCells phones, List<Columns.Email> emails) {
    if (field.startsWith("phoneNumbers[")) {
      Columns.Phone phone = phones.places().get(index(field));
      int column = field.endsWith(".extension") ? phone.extension() : phone.number();
      return columns.name(column == Columns.NONE ? phone.number() : column);
    }
    if (field.startsWith("emailAddresses[")) {
      return columns.name(emails.get(index(field)).address());
    }
    if (field.startsWith(CustomCells.FIELD)) {
      String key = field.substring(CustomCells.FIELD.length()).replaceFirst("\\[.*", "");
      return columns.customs().stream()
          .filter(custom -> custom.key().equals(key))
          .findFirst()
          .map(custom -> columns.name(custom.cell()))
          .orElse(null);
    }
    ImportField known = RowJson.FIELDS.get(field);
    return known == null ? null : columns.name(known);
  }

  private static int index(String field) {
    return Integer.parseInt(field.substring(field.indexOf('[') + 1, field.indexOf(']')));
  }

  /// Why a row without a stored contact cannot become one.
  List<Rejection> namelessness(RowDraft draft) {
    return Contacts.missingNames(draft.details()).stream()
        .map(error ->
            new Rejection(
                draft.row(),
                draft.line(),
                nameColumn(error.field()),
                error.rule(),
                error.message(),
                error.problem()))
        .toList();
  }

  private @Nullable String nameColumn(String field) {
    String own =
        columns.name(field.equals("firstName") ? ImportField.FIRST_NAME : ImportField.LAST_NAME);
    return own == null ? columns.name(ImportField.FULL_NAME) : own;
  }
}
