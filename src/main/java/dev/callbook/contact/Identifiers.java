package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.contact.IdentifierStore.Line;
import dev.callbook.directory.ExternalId;
import dev.callbook.externalsource.ExternalSources;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules by which contacts hold identifiers: what their fields say, unless they let go of it,
/// and what they claimed. Within a division one contact holds an identifier: whoever claimed it,
/// else the oldest one whose fields say so. External ids are claimed and released as fields.
@ApplicationScoped
public class Identifiers {
  private static final int MAX_EXTERNAL_IDS = 10;

  private final Contacts contacts;
  private final ContactStore store;
  private final IdentifierStore identifiers;
  private final ExternalSources sources;
  private final Changes changes;
  private final Clock clock;

  Identifiers(
      Contacts contacts,
      ContactStore store,
      IdentifierStore identifiers,
      ExternalSources sources,
      Changes changes,
      Clock clock) {
    this.contacts = contacts;
    this.store = store;
    this.identifiers = identifiers;
    this.sources = sources;
    this.changes = changes;
    this.clock = clock;
  }

  /// An identifier of a contact.
  ///
  /// @param since when it was claimed; for what the fields say, when the contact was made
  public record Held(Identifier identifier, Instant since) {}

  /// What contacts hold, the fields' first, then the claims, the oldest first. One statement.
  public Map<ContactId, List<Held>> of(Scope scope, Collection<Contact> of) {
    Set<ContactId> ids = of.stream().map(Contact::id).collect(Collectors.toUnmodifiableSet());
    Map<ContactId, List<Line>> lines =
        identifiers.of(scope, ids).stream().collect(Collectors.groupingBy(Line::contact));
    Map<ContactId, List<Held>> held = new LinkedHashMap<>();
    of.forEach(contact ->
        held.put(contact.id(), held(contact, lines.getOrDefault(contact.id(), List.of()))));
    return held;
  }

  private static List<Held> held(Contact contact, List<Line> lines) {
    List<Held> held = new ArrayList<>();
    for (Identifier identifier : Identifier.of(contact.details())) {
      if (lines.stream().noneMatch(line -> line.identifier().isSameAs(identifier))) {
        held.add(new Held(identifier, contact.createdAt()));
      }
    }
    lines.stream()
        .filter(Line::isClaim)
        .forEach(line -> held.add(new Held(line.identifier(), line.since())));
    return List.copyOf(held);
  }

  /// Who holds identifiers, without those that nobody within `scope` holds. One statement.
  public Map<Identifier, ContactId> holders(Scope scope, List<Identifier> wanted) {
    return identifiers.holders(scope, wanted);
  }

  /// Makes a contact the holder of an identifier. Claiming once more what it holds changes nothing.
  ///
  /// @throws NotFound if the contact is not within `scope`
  /// @throws Conflict naming `identifier.value` if another contact of its division holds it
  /// @throws Invalid naming `identifier.externalSource.id` if there is no such source; or
  ///   `identifier` if the contact has ten external ids
  @Transactional
  public Held claim(Scope scope, ContactId id, Identifier identifier) {
    Contact contact = lock(scope, id);
    Scope own = scope.only(scope.division(contact.division()).orElseThrow());
    ContactId holder = holders(own, List.of(identifier)).get(identifier);
    if (id.equals(holder)) {
      return find(scope, contact, identifier);
    }
    if (holder != null) {
      throw taken();
    }
    if (identifier.type() == Identifier.Type.ExternalId) {
      return find(scope, withExternalId(scope, contact, identifier), identifier);
    }
    Instant now = clock.instant();
    identifiers.forget(scope, contact, identifier);
    if (identifiers.claim(scope, contact, List.of(identifier), now) == 0) {
      throw taken();
    }
    record(scope, contact, List.of(), List.of(identifier));
    return new Held(identifier, now);
  }

  /// Lets a contact go of an identifier that it holds. Fields stay as they are, but for external
  /// ids, which are nothing else.
  ///
  /// @return the identifier as it was held
  /// @throws NotFound if the contact is not within `scope`
  /// @throws Conflict naming `identifier.value` if it does not hold it
  @Transactional
  public Held release(Scope scope, ContactId id, Identifier identifier) {
    Contact contact = lock(scope, id);
    Held held = find(scope, contact, identifier);
    if (identifier.type() == Identifier.Type.ExternalId) {
      contacts.correct(scope, id, OptionalInt.empty(), stored -> without(stored, identifier));
      return held;
    }
    identifiers.forget(scope, contact, identifier);
    if (isField(contact, identifier)) {
      identifiers.letGo(scope, contact, identifier, clock.instant());
    }
    record(scope, contact, List.of(identifier), List.of());
    return held;
  }

  /// Claims what a contact was just made for, within the caller's transaction: all but the external
  /// ids, which its fields must hold.
  ///
  /// @throws Conflict naming `field` if another contact claimed one of them meanwhile
  @Transactional
  public void claimFor(Scope scope, Contact added, String field, List<Identifier> wanted) {
    List<Identifier> claimed =
        wanted.stream()
            .filter(identifier -> identifier.type() != Identifier.Type.ExternalId)
            .toList();
    if (claimed.isEmpty()) {
      return;
    }
    if (identifiers.claim(scope, added, claimed, clock.instant()) < claimed.size()) {
      throw new Conflict(field, "Another contact in this division claimed one of these.");
    }
    record(scope, added, List.of(), claimed);
  }

  private Contact lock(Scope scope, ContactId id) {
    return store.lock(scope, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> contacts.absent(scope, id));
  }

  private Held find(Scope scope, Contact contact, Identifier wanted) {
    return of(scope, List.of(contact)).getOrDefault(contact.id(), List.of()).stream()
        .filter(held -> held.identifier().isSameAs(wanted))
        .findFirst()
        // A handle may be held by a form of it that is not listed, such as X's number of a user.
        .or(() ->
            isField(contact, wanted) && !isReleased(scope, contact, wanted)
                ? Optional.of(new Held(wanted, contact.createdAt()))
                : Optional.empty())
        .orElseThrow(() ->
            new Conflict(
                "identifier.value",
                "The contact does not hold this identifier.",
                new Problem.Unknown()));
  }

  private boolean isReleased(Scope scope, Contact contact, Identifier wanted) {
    return identifiers.of(scope, List.of(contact.id())).stream()
        .anyMatch(line -> !line.isClaim() && line.identifier().isSameAs(wanted));
  }

  private static boolean isField(Contact contact, Identifier wanted) {
    return Identifier.of(contact.details()).stream().anyMatch(wanted::isSameAs)
        || contact.details().handles().keys().stream()
            .anyMatch(key ->
                key.channel().equals(wanted.type().channel()) && key.key().equals(wanted.key()));
  }

  private Contact withExternalId(Scope scope, Contact contact, Identifier identifier) {
    ExternalId id = externalId(identifier);
    if (sources.find(scope, List.of(id.source())).isEmpty()) {
      throw new Invalid(
          "identifier.externalSource.id", "unknown", "There is no such external source.");
    }
    List<ExternalId> more = new ArrayList<>(contact.details().externalIds());
    more.add(id);
    if (more.size() > MAX_EXTERNAL_IDS) {
      throw new Invalid(
          "identifier",
          "too.many",
          "A contact may have " + MAX_EXTERNAL_IDS + " external ids.",
          new Problem.TooMany(MAX_EXTERNAL_IDS));
    }
    return contacts.correct(
        scope,
        contact.id(),
        OptionalInt.empty(),
        stored -> stored.withDetails(stored.details().withExternalIds(more)));
  }

  private static Contact without(Contact stored, Identifier identifier) {
    List<ExternalId> fewer = new ArrayList<>(stored.details().externalIds());
    fewer.remove(externalId(identifier));
    return stored.withDetails(stored.details().withExternalIds(fewer));
  }

  private static ExternalId externalId(Identifier identifier) {
    return new ExternalId(Objects.requireNonNull(identifier.source()), identifier.value());
  }

  private static Conflict taken() {
    return new Conflict(
        "identifier.value", "Another contact in this division holds this identifier.");
  }

  private void record(
      Scope scope, Contact contact, List<Identifier> before, List<Identifier> after) {
    changes.record(
        scope,
        List.of(
            new Step(
                Subject.CONTACT,
                contact.id().value(),
                contact.division(),
                contact.version(),
                Map.of("identifiers", before.stream().map(Identifiers::noted).toList()),
                Map.of("identifiers", after.stream().map(Identifiers::noted).toList()))));
  }

  private static Map<String, String> noted(Identifier identifier) {
    return Map.of("type", identifier.type().name(), "value", identifier.value());
  }
}
