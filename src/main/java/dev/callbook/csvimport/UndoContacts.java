package dev.callbook.csvimport;

import dev.callbook.change.Change;
import dev.callbook.change.Change.Action;
import dev.callbook.change.Changes;
import dev.callbook.change.EarlierStates;
import dev.callbook.change.Subject;
import dev.callbook.change.Trace;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactUnload;
import dev.callbook.contact.ContactUnload.Use;
import dev.callbook.contact.Contacts;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an undo does to the contacts of some entries of its import's: those that were added go,
/// unless somebody has had to do with them since, and those that were changed get their values
/// back.
@ApplicationScoped
class UndoContacts {
  private static final String EXTERNAL_IDS = "externalIds";
  private static final String ORGANIZATION = "organization";

  private final ContactUnload unload;
  private final Contacts contacts;
  private final Organizations organizations;
  private final Changes changes;
  private final EarlierStates states;
  private final UndoItemStore items;

  UndoContacts(
      ContactUnload unload,
      Contacts contacts,
      Organizations organizations,
      Changes changes,
      EarlierStates states,
      UndoItemStore items) {
    this.unload = unload;
    this.contacts = contacts;
    this.organizations = organizations;
    this.changes = changes;
    this.states = states;
    this.items = items;
  }

  /// Does it within the caller's transaction, or only finds out what would be done.
  ///
  /// @param isWhole false to leave external ids as they are
  /// @throws dev.callbook.wire.Refusal.Conflict if another contact has an external id that is to
  ///   come back
  UndoTally take(UndoJob job, List<Trace> page, boolean isWhole) {
    Map<ContactId, UUID> added = new LinkedHashMap<>();
    Map<ContactId, UUID> changed = new LinkedHashMap<>();
    for (Trace trace : page) {
      ContactId id = new ContactId(trace.subjectId());
      if (trace.subject() == Subject.CONTACT && trace.action() == Action.ADDED) {
        added.put(id, trace.id());
      } else if (trace.subject() == Subject.CONTACT && !added.containsKey(id)) {
        changed.putIfAbsent(id, trace.id());
      }
    }
    UndoTally tally = new UndoTally();
    Map<ContactId, Use> staying =
        job.isCounting()
            ? unload.uses(job.scope(), added.keySet())
            : unload.remove(job.scope(), added);
    tally.add(UndoOutcome.REMOVED, added.size() - staying.size());
    Map<ContactId, List<Change>> log = log(job, staying, changed.keySet());
    keep(job, staying, log, tally);
    restore(job, changed, log, isWhole, tally);
    return tally;
  }

  /// What happened since the import to contacts of which that has to be known.
  private Map<ContactId, List<Change>> log(
      UndoJob job, Map<ContactId, Use> staying, Collection<ContactId> changed) {
    List<UUID> ids = new ArrayList<>();
    staying.forEach((id, use) -> {
      if (use == Use.CHANGED) {
        ids.add(id.value());
      }
    });
    changed.forEach(id -> ids.add(id.value()));
    return changes.since(job.scope(), ids, job.id()).stream()
        .collect(
            Collectors.groupingBy(
                change -> new ContactId(change.subjectId()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /// Contacts that were added, and that something happened to. Those that only the import itself
  /// changed go all the same.
  private void keep(
      UndoJob job, Map<ContactId, Use> staying, Map<ContactId, List<Change>> log, UndoTally tally) {
    Set<ContactId> untouched = new LinkedHashSet<>();
    List<UndoItem> kept = new ArrayList<>();
    staying.forEach((id, use) -> {
      if (use == Use.CHANGED
          && UndoReversal.isOursAlone(log.getOrDefault(id, List.of()), job.id(), job.lastEntry())) {
        untouched.add(id);
      } else if (use == Use.GONE) {
        tally.add(UndoItem.contact(id.value(), UndoOutcome.GONE, UndoReason.DELETED));
      } else {
        kept.add(UndoItem.contact(id.value(), UndoOutcome.KEPT, reason(use)));
      }
    });
    if (!job.isCounting()) {
      contacts.remove(job.scope(), untouched);
    }
    tally.add(UndoOutcome.REMOVED, untouched.size());
    Map<ContactId, Contact> there = job.isCounting() ? find(job, kept) : Map.of();
    kept.forEach(item -> {
      Contact contact = there.get(new ContactId(item.id()));
      tally.add(contact == null ? item : item.workingFor(contact.details().organization()));
    });
  }

  private Map<ContactId, Contact> find(UndoJob job, List<UndoItem> items) {
    return items.isEmpty()
        ? Map.of()
        : contacts.find(job.scope(), items.stream().map(item -> new ContactId(item.id())).toList());
  }

  private static UndoReason reason(Use use) {
    return switch (use) {
      case GONE -> UndoReason.DELETED;
      case MERGED -> UndoReason.MERGED;
      case NOTED -> UndoReason.NOTED;
      case CALLED -> UndoReason.CALLED;
      case PICKED -> UndoReason.PICKED;
      case CLAIMED -> UndoReason.CLAIMED;
      case CHANGED -> UndoReason.EDITED;
    };
  }

  /// Contacts that were there before.
  ///
  /// @param changed with the first of the entries that are looked at
  private void restore(
      UndoJob job,
      Map<ContactId, UUID> changed,
      Map<ContactId, List<Change>> log,
      boolean isWhole,
      UndoTally tally) {
    // With a merge all that was written to the contact it made is settled.
    Set<UUID> settled =
        items.among(
            job.scope(), job.id(), changed.keySet().stream().map(ContactId::value).toList());
    // A contact is dealt with at the import's first entry of it.
    List<ContactId> wanted =
        changed.keySet().stream()
            .filter(id -> !settled.contains(id.value()))
            .filter(id ->
                log.getOrDefault(id, List.of()).stream()
                    .filter(change -> UndoReversal.isOurs(change, job.id(), job.lastEntry()))
                    .findFirst()
                    .filter(first -> first.id().equals(changed.get(id)))
                    .isPresent())
            .toList();
    if (wanted.isEmpty()) {
      return;
    }
    Map<ContactId, Contact> there =
        job.isCounting() ? contacts.find(job.scope(), wanted) : contacts.keep(job.scope(), wanted);
    Map<ContactId, UndoReversal> reversals = new LinkedHashMap<>();
    for (ContactId id : wanted) {
      Contact contact = there.get(id);
      UndoReversal reversal =
          UndoReversal.of(log.getOrDefault(id, List.of()), job.id(), job.lastEntry());
      if (contact == null) {
        tally.add(UndoItem.contact(id.value(), UndoOutcome.GONE, UndoReason.DELETED));
      } else if (!contact.id().equals(id)) {
        tally.add(UndoItem.contact(id.value(), UndoOutcome.KEPT, UndoReason.MERGED));
      } else if (reversal.isForgotten()) {
        tally.add(stays(contact, UndoReason.FORGOTTEN, Set.of()));
      } else if (reversal.earlier().isEmpty()) {
        tally.add(stays(contact, UndoReason.EDITED, reversal.staying()));
      } else {
        reversals.put(id, isWhole ? reversal : reversal.leaving(EXTERNAL_IDS));
      }
    }
    bringBack(job, there, reversals, isWhole, tally);
  }

  private static UndoItem stays(Contact contact, UndoReason reason, Set<String> fields) {
    return new UndoItem(
        contact.id().value(),
        false,
        UndoOutcome.KEPT,
        reason,
        List.copyOf(fields),
        contact.details().organization());
  }

  private void bringBack(
      UndoJob job,
      Map<ContactId, Contact> there,
      Map<ContactId, UndoReversal> reversals,
      boolean isWhole,
      UndoTally tally) {
    Set<UUID> employers = employers(job, reversals.values());
    Map<ContactId, UnaryOperator<Contact>> edits = new LinkedHashMap<>();
    reversals.forEach((id, wanted) -> {
      UUID employer = wanted.id(ORGANIZATION).orElse(null);
      boolean isUnemployed = employer != null && !employers.contains(employer);
      UndoReversal reversal = isUnemployed ? wanted.clearing(ORGANIZATION) : wanted;
      edits.put(id, now -> now.withDetails(states.with(reversal.earlier(), now.details())));
      UndoReason reason = lacking(reversal, isUnemployed, isWhole);
      if (reason == null) {
        tally.add(UndoOutcome.RESTORED, 1);
      } else {
        ContactDetails after =
            states.with(reversal.earlier(), Objects.requireNonNull(there.get(id)).details());
        tally.add(
            new UndoItem(
                id.value(),
                false,
                reversal.earlier().isEmpty() ? UndoOutcome.KEPT : UndoOutcome.PARTLY,
                reason,
                List.copyOf(reversal.staying()),
                after.organization()));
      }
    });
    if (!job.isCounting()) {
      contacts.amend(job.seen(), edits);
    }
  }

  /// Why a contact does not get everything back; null if it does.
  private static @Nullable UndoReason lacking(
      UndoReversal reversal, boolean isUnemployed, boolean isWhole) {
    if (!isWhole && reversal.staying().contains(EXTERNAL_IDS)) {
      return UndoReason.EXTERNAL_ID;
    }
    if (!reversal.staying().isEmpty()) {
      return UndoReason.EDITED;
    }
    return isUnemployed ? UndoReason.EMPLOYER_GONE : null;
  }

  /// The organizations that contacts are to work for again, without those that are gone.
  private Set<UUID> employers(UndoJob job, Collection<UndoReversal> reversals) {
    List<OrganizationId> wanted =
        reversals.stream()
            .flatMap(reversal -> reversal.id(ORGANIZATION).stream())
            .distinct()
            .map(OrganizationId::new)
            .toList();
    return wanted.isEmpty()
        ? Set.of()
        : organizations.find(job.seen(), wanted).keySet().stream()
            .map(OrganizationId::value)
            .collect(Collectors.toUnmodifiableSet());
  }
}
