package dev.callbook.csvimport;

import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactLoad;
import dev.callbook.contact.ContactLoad.Holder;
import dev.callbook.contact.ContactLoad.Keys;
import dev.callbook.contact.Contacts;
import dev.callbook.csvimport.GroupStore.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows that were to add somebody whom someone else added since the dry run: they correct the
/// contact instead. Where several fit by now, the oldest is meant.
@ApplicationScoped
class LateMatches {
  private final ContactLoad load;
  private final Contacts contacts;

  LateMatches(ContactLoad load, Contacts contacts) {
    this.load = load;
    this.contacts = contacts;
  }

  List<Group> find(Job job, List<RowDraft> drafts) {
    List<Holder> holders = load.holders(job.scope(), job.division(), keys(job, drafts));
    if (holders.isEmpty()) {
      return List.of();
    }
    Map<String, List<ContactId>> byKey = new HashMap<>();
    holders.forEach(holder ->
        byKey
            .computeIfAbsent(holder.kind() + " " + holder.key(), _ -> new ArrayList<>(1))
            .add(holder.contact()));
    Map<ContactId, Contact> known =
        contacts.find(
            job.scope(),
            holders.stream().map(Holder::contact).collect(Collectors.toUnmodifiableSet()));
    Map<UUID, Group> groups = new java.util.LinkedHashMap<>();
    for (RowDraft draft : drafts) {
      UUID contact = meant(job, draft, byKey, known);
      if (contact != null) {
        groups
            .computeIfAbsent(contact, id -> new Group(draft.row(), id, new ArrayList<>(1)))
            .rows()
            .add(draft);
      }
    }
    return List.copyOf(groups.values());
  }

  private static Keys keys(Job job, List<RowDraft> drafts) {
    boolean byEmail = job.settings().matchOn().contains(MatchKey.EMAIL);
    boolean byPhone = job.settings().matchOn().contains(MatchKey.PHONE);
    return new Keys(
        job.settings().source(),
        drafts.stream().map(RowDraft::externalId).filter(java.util.Objects::nonNull).toList(),
        byEmail ? drafts.stream().flatMap(d -> d.emailKeys().stream()).toList() : List.of(),
        byPhone ? drafts.stream().flatMap(d -> d.phoneKeys().stream()).toList() : List.of());
  }

  private static @Nullable UUID meant(
      Job job, RowDraft draft, Map<String, List<ContactId>> byKey, Map<ContactId, Contact> known) {
    List<String> names = new ArrayList<>();
    if (draft.externalId() != null) {
      names.add("external " + draft.externalId());
    }
    for (MatchKey key : job.settings().matchOn()) {
      List<String> keys = key == MatchKey.EMAIL ? draft.emailKeys() : draft.phoneKeys();
      keys.forEach(one -> names.add(key.word() + " " + one));
    }
    return names.stream()
        .flatMap(name ->
            byKey.getOrDefault(name, List.of()).stream()
                .sorted(java.util.Comparator.comparing(ContactId::toString)))
        .filter(id -> known.containsKey(id) && mayBe(job, draft, known.get(id)))
        .findFirst()
        .map(ContactId::value)
        .orElse(null);
  }

  /// Whom the same source calls otherwise is somebody else.
  private static boolean mayBe(Job job, RowDraft draft, Contact contact) {
    return draft.externalId() == null
        || contact.details().externalIds().stream()
            .filter(id -> id.source().equals(job.settings().source()))
            .allMatch(id -> id.value().equals(draft.externalId()));
  }
}
