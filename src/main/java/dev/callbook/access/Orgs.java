package dev.callbook.access;

import dev.callbook.wire.FieldError;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an organization says of itself, and what it asks of its users' tokens.
@ApplicationScoped
public class Orgs {
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(8);

  private final OrgStore store;
  private final Admissions admissions;
  private final Event<AccessChange> changes;

  Orgs(OrgStore store, Admissions admissions, Event<AccessChange> changes) {
    this.store = store;
    this.admissions = admissions;
    this.changes = changes;
  }

  /// The caller's own.
  public Org get(OrgId org) {
    return store.get(org);
  }

  /// Changes name and region.
  ///
  /// @param seenVersion the version the caller last read; empty if they do not care
  /// @throws Invalid naming `name` or `defaultCountryCode`
  /// @throws Outdated if someone else changed it since
  @Transactional
  public Org correct(Scope scope, Optional<Integer> seenVersion, String name, String region) {
    return correct(scope, seenVersion, name, region, get(scope.org()).idleTimeout());
  }

  /// Changes name, region, and after how long unused the tokens of users end.
  ///
  /// @param seenVersion the version the caller last read; empty if they do not care
  /// @param timeout five minutes to eight hours; empty: never
  /// @throws Invalid naming `name`, `defaultCountryCode` or `idleTokenTimeoutSeconds`
  /// @throws Outdated if someone else changed it since
  @Transactional
  public Org correct(
      Scope scope,
      Optional<Integer> seenVersion,
      String name,
      String region,
      Optional<Duration> timeout) {
    List<FieldError> errors = new ArrayList<>(wrong(timeout));
    if (name.isBlank() || name.length() > 200 || name.indexOf('\0') >= 0) {
      errors.add(new FieldError("name", "required", "Enter a name of 1 to 200 characters."));
    }
    if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(region)) {
      errors.add(
          new FieldError(
              "defaultCountryCode",
              "invalid.value",
              "defaultCountryCode must be a country's two capitals, such as ES.",
              new Problem.NoCountry()));
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    Org before = get(scope.org());
    if (seenVersion.isPresent() && seenVersion.get() != before.version()) {
      throw new Outdated("organization", scope.org().value());
    }
    return save(scope, before, before.with(name.strip(), region, timeout));
  }

  /// Sets after how long unused the tokens of users end. Tokens of clients for themselves never
  /// idle.
  ///
  /// @param timeout five minutes to eight hours; empty: never
  /// @throws Invalid naming `idleTokenTimeoutSeconds`
  @Transactional
  public Org setIdleTimeout(Scope scope, Optional<Duration> timeout) {
    List<FieldError> errors = wrong(timeout);
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    Org before = get(scope.org());
    return save(scope, before, before.with(before.name(), before.defaultRegion(), timeout));
  }

  private static List<FieldError> wrong(Optional<Duration> timeout) {
    return timeout.stream()
        .filter(t -> t.compareTo(SHORTEST) < 0 || t.compareTo(LONGEST) > 0)
        .map(_ ->
            new FieldError(
                "idleTokenTimeoutSeconds",
                "invalid.value",
                "idleTokenTimeoutSeconds must be a whole number from 300 to 28800.",
                new Problem.OutOfRange((int) SHORTEST.toSeconds(), (int) LONGEST.toSeconds())))
        .toList();
  }

  private Org save(Scope scope, Org before, Org after) {
    Map<String, Object> was = fields(before);
    Map<String, Object> is = fields(after);
    if (was.equals(is)) {
      return before;
    }
    if (!store.update(scope.org(), after)) {
      throw new Outdated("organization", scope.org().value());
    }
    changes.fire(
        new AccessChange(
            scope.org(),
            scope.actor(),
            scope.origin(),
            "setting",
            scope.org().value(),
            after.version(),
            was,
            is));
    admissions.changed(scope.org());
    return after;
  }

  private static Map<String, Object> fields(Org org) {
    return Map.of(
        "name",
        org.name(),
        "defaultRegion",
        org.defaultRegion(),
        "idleSeconds",
        org.idleTimeout().map(Duration::toSeconds).orElse(0L));
  }
}
