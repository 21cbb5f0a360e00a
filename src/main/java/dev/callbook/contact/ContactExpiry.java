package dev.callbook.contact;

import dev.callbook.access.Actor;
import dev.callbook.access.Divisions;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactExpiryStore.Old;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Contacts that nobody made on purpose go some time after their last interaction, or after they
/// were made. Canonical contacts are made on purpose. Source: CONTRACT section 7, "Types and
/// lifetime".
@ApplicationScoped
public class ContactExpiry {
  /// How long they stay.
  public static final Duration LIFE = Duration.ofDays(60);

  private static final int BATCH = 500;

  private final ContactStore store;
  private final ContactExpiryStore expiry;
  private final Contacts contacts;
  private final Divisions divisions;
  private final Clock clock;

  ContactExpiry(
      ContactStore store,
      ContactExpiryStore expiry,
      Contacts contacts,
      Divisions divisions,
      Clock clock) {
    this.store = store;
    this.expiry = expiry;
    this.contacts = contacts;
    this.divisions = divisions;
    this.clock = clock;
  }

  /// Whether a contact of this kind and age stays only while interactions renew it.
  public boolean isOver(Contact contact) {
    return contact.type() != ContactType.Curated
        && contact.createdAt().isBefore(clock.instant().minus(LIFE));
  }

  List<OrgId> organizations() {
    return expiry.organizations(clock.instant().minus(LIFE));
  }

  /// Removes some of one organization's expired contacts.
  ///
  /// @param after the last one that was looked at; null at first
  /// @return the last one that was looked at now; empty when there are no more
  @Transactional
  Optional<Old> removeSome(OrgId org, @Nullable Old after) {
    Instant before = clock.instant().minus(LIFE);
    Scope scope =
        new Scope(
            org, new Actor.Itself(), Origin.SYSTEM, Permission.CONTACT_DELETE, divisions.all(org));
    List<Old> old = expiry.lock(scope, before, after, BATCH);
    List<ContactId> ids = old.stream().map(Old::id).toList();
    // Nothing can be attached to them any more; what was until they were held counts.
    Set<ContactId> live = expiry.live(scope, ids, before);
    List<ContactId> over = ids.stream().filter(id -> !live.contains(id)).toList();
    if (!over.isEmpty()) {
      contacts.removeLocked(scope, store.find(scope, over));
    }
    return old.size() < BATCH ? Optional.empty() : Optional.of(old.getLast());
  }
}
