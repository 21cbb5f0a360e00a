package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.directory.Vocabulary;
import dev.callbook.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Brings removed contacts back. Notes are the caller's.
@ApplicationScoped
public class Restoration {
  private final ContactStore store;
  private final BelongingsStore belongings;
  private final Organizations organizations;
  private final Changes changes;
  private final Vocabulary vocabulary;

  Restoration(
      ContactStore store,
      BelongingsStore belongings,
      Organizations organizations,
      Changes changes,
      Vocabulary vocabulary) {
    this.store = store;
    this.belongings = belongings;
    this.organizations = organizations;
    this.changes = changes;
    this.vocabulary = vocabulary;
  }

  /// What is tied to contacts that are about to go, by contact; without those that have nothing.
  public Map<ContactId, Belongings> belongingsOf(Scope scope, Collection<ContactId> of) {
    return belongings.of(scope, of);
  }

  /// What became of contacts that were to come back.
  ///
  /// @param back as they are now
  /// @param lacking those of them that lack what they held: an organization that is gone, or an
  ///   identifier that another claimed
  public record Restored(List<Contact> back, Set<ContactId> lacking) {}

  /// Brings removed contacts back under the ids they had; those that are there again stay as they
  /// are.
  ///
  /// @param tied what becomes theirs again, where it is nobody else's by now
  /// @throws dev.callbook.wire.Refusal.Conflict naming `externalIds` if another contact has one of
  ///   theirs by now
  @Transactional
  public Restored restore(Scope scope, List<Contact> removed, Map<ContactId, Belongings> tied) {
    Set<ContactId> there =
        store.find(scope, removed.stream().map(Contact::id).toList()).stream()
            .map(Contact::id)
            .collect(Collectors.toUnmodifiableSet());
    List<Contact> back = new ArrayList<>(removed.size());
    Set<ContactId> lacking = new HashSet<>();
    for (Contact contact : removed) {
      UUID employer = contact.details().organization();
      if (there.contains(contact.id())) {
        continue;
      }
      if (employer == null || organizations.allExist(scope, Set.of(employer))) {
        back.add(contact);
      } else {
        back.add(contact.withDetails(contact.details().withOrganization(null)));
        lacking.add(contact.id());
      }
    }
    store.insert(scope, back);
    lacking.addAll(belongings.tie(scope, back, tied));
    vocabulary.note(scope, Contacts.words(back));
    changes.record(scope, back.stream().map(contact -> Contacts.step(null, contact)).toList());
    return new Restored(List.copyOf(back), Set.copyOf(lacking));
  }
}
