package dev.callbook.audit;

import dev.callbook.access.Origin;
import dev.callbook.change.ChangeQuery;
import dev.callbook.change.ChangeQuery.Kind;
import dev.callbook.change.ChangeQuery.Who;
import dev.callbook.change.Subject;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The filters as the page's address carries them. What is absent asks for nothing.
///
/// @param who a user's or client's id, or `callbook`
/// @param name what was typed to find one
/// @param what a kind of record, or `access` for all that says who may do what
/// @param change a kind of change
/// @param source how the writes came in
/// @param record an id, or an address with one in it
/// @param within an import's or an interaction's id
/// @param from the first day, in UTC
/// @param to the last day
public record AuditFilter(
    @QueryParam("who") @Nullable String who,
    @QueryParam("name") @Nullable String name,
    @QueryParam("what") @Nullable String what,
    @QueryParam("change") @Nullable String change,
    @QueryParam("source") @Nullable String source,
    @QueryParam("record") @Nullable String record,
    @QueryParam("within") @Nullable String within,
    @QueryParam("from") @Nullable String from,
    @QueryParam("to") @Nullable String to) {
  static final String PATH = "/audit";
  static final String ITSELF = "callbook";
  static final String ACCESS = "access";

  /// What says who may do what.
  private static final Set<Subject> ACCESS_SUBJECTS =
      Set.of(
          Subject.USER,
          Subject.CLIENT,
          Subject.GRANT,
          Subject.ROLE,
          Subject.DIVISION,
          Subject.CONSENT);

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9998;

  static AuditFilter none() {
    return new AuditFilter(null, null, null, null, null, null, null, null, null);
  }

  AuditFilter byWhom(UUID actor) {
    return new AuditFilter(actor.toString(), null, what, change, source, record, within, from, to);
  }

  /// The same without what was typed to find somebody.
  AuditFilter withoutName() {
    return new AuditFilter(who, null, what, change, source, record, within, from, to);
  }

  AuditFilter withoutWho() {
    return new AuditFilter(null, null, what, change, source, record, within, from, to);
  }

  AuditFilter withoutRecord() {
    return new AuditFilter(who, name, what, change, source, null, within, from, to);
  }

  AuditFilter withoutOrigin() {
    return new AuditFilter(who, name, what, change, source, record, null, from, to);
  }

  Link address(String path) {
    return Link.to(path)
        .with("who", who)
        .with("name", name)
        .with("what", what)
        .with("change", change)
        .with("source", source)
        .with("record", record)
        .with("within", within)
        .with("from", from)
        .with("to", to);
  }

  boolean isAny() {
    return !Stream.of(who, name, what, change, source, record, within, from, to)
        .allMatch(Parse::isAbsent);
  }

  /// @throws Invalid naming what was not understood
  ChangeQuery query() {
    List<FieldError> errors = new ArrayList<>();
    ChangeQuery query =
        new ChangeQuery(
            actor(errors),
            subjects(errors),
            word("change", change, Kind.class, errors).orElse(null),
            id("record", record, errors).orElse(null),
            word("source", source, Origin.Kind.class, errors).orElse(null),
            id("within", within, errors).orElse(null),
            day("from", from, errors).map(AuditFilter::start).orElse(null),
            day("to", to, errors).map(day -> start(day.plusDays(1))).orElse(null));
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    return query;
  }

  private @Nullable Who actor(List<FieldError> errors) {
    if (ITSELF.equals(who)) {
      return new Who(null);
    }
    return id("who", who, errors).map(Who::new).orElse(null);
  }

  private Set<Subject> subjects(List<FieldError> errors) {
    return ACCESS.equals(what)
        ? ACCESS_SUBJECTS
        : word("what", what, Subject.class, errors).map(Set::of).orElse(Set.of());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static <E extends Enum<E>> Optional<E> word(
      String field, @Nullable String sent, Class<E> kind, List<FieldError> errors) {
    if (sent == null || sent.isBlank()) {
      return Optional.empty();
    }
    Optional<E> found =
        Arrays.stream(kind.getEnumConstants())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(sent.strip()))
            .findFirst();
    if (found.isEmpty()) {
      String known =
          Arrays.stream(kind.getEnumConstants())
              .map(each -> each.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      errors.add(
          new FieldError(
              field, "invalid.value", field + " is one of " + known + ".", new Problem.NoOption()));
    }
    return found;
  }

  private static Optional<UUID> id(String field, @Nullable String sent, List<FieldError> errors) {
    if (sent == null || sent.isBlank()) {
      return Optional.empty();
    }
    Matcher found = ID.matcher(sent);
    if (found.find()) {
      return Optional.of(UUID.fromString(found.group()));
    }
    errors.add(
        new FieldError(
            field, "invalid.value", field + " holds no id: a UUID.", new Problem.Unreadable()));
    return Optional.empty();
  }

  private static Optional<LocalDate> day(
      String field, @Nullable String sent, List<FieldError> errors) {
    if (sent == null || sent.isBlank()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(sent.strip());
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return Optional.of(day);
      }
    } catch (DateTimeException malformed) {
      // falls through to the same refusal
    }
    errors.add(
        new FieldError(
            field, "invalid.value", field + " is a day, as in 2026-11-28.", new Problem.NoDate()));
    return Optional.empty();
  }
}
