package dev.callbook.identity.duplicate;

import dev.callbook.access.Actor;
import dev.callbook.access.Divisions;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.identity.duplicate.DuplicateStore.After;
import dev.callbook.identity.duplicate.DuplicateStore.Apart;
import dev.callbook.identity.duplicate.Likenesses.Group;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which contacts look like one person. Only contacts of one division are compared: no others can
/// be merged. The pairs are what the last look found; nothing is merged by itself.
@ApplicationScoped
class Duplicates {
  private final LikenessStore likenesses;
  private final DuplicateStore store;
  private final Divisions divisions;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  Duplicates(
      LikenessStore likenesses,
      DuplicateStore store,
      Divisions divisions,
      Changes changes,
      Ids ids,
      Clock clock) {
    this.likenesses = likenesses;
    this.store = store;
    this.divisions = divisions;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  List<OrgId> organizations() {
    return store.organizations();
  }

  /// Looks through all contacts of an organization and remembers the pairs it finds.
  @Transactional
  void lookThrough(OrgId org) {
    Scope scope =
        new Scope(
            org, new Actor.Itself(), Origin.SYSTEM, Permission.IDENTITY_MERGE, divisions.all(org));
    Likenesses found = new Likenesses();
    found.sharingNumber(likenesses.sharingNumber(scope));
    found.sharingEmail(likenesses.sharingEmail(scope));
    found.worthALook(likenesses.colleaguesByFamilyName(scope));
    found.worthALook(likenesses.colleaguesByGivenName(scope));
    found.worthALook(likenesses.sharingEndOfNumber(scope));
    store.replaceAll(scope, found.found(likenesses.names(scope, found.contacts())));
    store.looked(scope, clock.instant());
  }

  /// Looks for the contacts that look like one, remembers and answers them, the most alike first.
  @Transactional
  List<Pair> lookFor(Scope scope, Contact contact, int maxRows) {
    Scope own = scope.division(contact.division()).map(scope::only).orElse(scope);
    ContactId id = contact.id();
    Likenesses found = new Likenesses();
    found.sharingNumber(pairs(contact, likenesses.sharingNumber(own, id)));
    found.sharingEmail(pairs(contact, likenesses.sharingEmail(own, id)));
    found.worthALook(pairs(contact, likenesses.colleagues(own, id)));
    found.worthALook(pairs(contact, likenesses.sharingEndOfNumber(own, id)));
    Map<ContactId, String> names = likenesses.names(own, found.contacts());
    store.replace(own, id, found.found(names));
    return store.of(own, id, maxRows);
  }

  private static List<Group> pairs(Contact contact, List<ContactId> others) {
    return others.stream()
        .map(other -> new Group(contact.division(), List.of(contact.id(), other)))
        .toList();
  }

  List<Pair> list(Scope scope, @Nullable After after, int maxRows) {
    return store.list(scope, after, maxRows);
  }

  /// The pairs that somebody said are two people, the last one first.
  List<Apart> apart(Scope scope, @Nullable UUID olderThan, int maxRows) {
    return store.apart(scope, olderThan, maxRows);
  }

  Optional<Instant> lookedAt(Scope scope) {
    return store.lookedAt(scope);
  }

  /// Remembers that two contacts of the list are two people.
  ///
  /// @throws NotFound if they are no pair of the list within `scope`
  @Transactional
  void keepApart(Scope scope, ContactId a, ContactId b) {
    List<ContactId> pair = inOrder(a, b);
    UUID id = ids.next();
    if (!store.keepApart(scope, id, pair.getFirst(), pair.getLast(), clock.instant())) {
      throw new NotFound("pair", a.value());
    }
    record(scope, id, null, fields(pair));
  }

  /// Forgets it again: the pair is back in the list.
  ///
  /// @throws NotFound if nobody said so within `scope`
  @Transactional
  void forget(Scope scope, ContactId a, ContactId b) {
    List<ContactId> pair = inOrder(a, b);
    Apart gone =
        store
            .forget(scope, pair.getFirst(), pair.getLast())
            .orElseThrow(() -> new NotFound("pair", a.value()));
    record(scope, gone.id(), fields(pair), null);
  }

  private static List<ContactId> inOrder(ContactId a, ContactId b) {
    return Stream.of(a, b)
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .toList();
  }

  private static Map<String, Object> fields(List<ContactId> pair) {
    return Map.of(
        "contact", pair.getFirst().toString(), "isNotTheSameAs", pair.getLast().toString());
  }

  private void record(Scope scope, UUID id, @Nullable Object before, @Nullable Object after) {
    changes.record(scope, List.of(new Step(Subject.DUPLICATE, id, null, 1, before, after)));
  }
}
