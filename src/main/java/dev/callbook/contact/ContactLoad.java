package dev.callbook.contact;

import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Addition;
import dev.callbook.change.Subject;
import dev.callbook.customfield.CustomValues;
import dev.callbook.directory.Vocabulary;
import dev.callbook.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Adds contacts by the thousand: the rules and the log entries of [Contacts#add], carried by
/// `COPY`.
@ApplicationScoped
public class ContactLoad {
  private static final long MANY = 20_000;

  private final Contacts contacts;
  private final ContactLoadStore store;
  private final Changes changes;
  private final Vocabulary vocabulary;
  private final Ids ids;
  private final Clock clock;

  ContactLoad(
      Contacts contacts,
      ContactLoadStore store,
      Changes changes,
      Vocabulary vocabulary,
      Ids ids,
      Clock clock) {
    this.contacts = contacts;
    this.store = store;
    this.changes = changes;
    this.vocabulary = vocabulary;
    this.ids = ids;
    this.clock = clock;
  }

  /// Adds all of them, or none.
  ///
  /// @param division one of the scope's
  /// @throws dev.callbook.wire.Refusal.Invalid naming the field whose rule is broken
  @Transactional
  public void add(Scope scope, Division division, List<ContactDetails> details) {
    DivisionId goal =
        scope
            .division(division.id())
            .orElseThrow(() -> new IllegalArgumentException("division outside the scope"))
            .id();
    Instant now = clock.instant();
    List<Contact> added = new ArrayList<>(details.size());
    List<Addition> additions = new ArrayList<>(details.size());
    for (ContactDetails one : details) {
      contacts.check(scope, CustomValues.NONE, one);
      ContactId id = new ContactId(ids.next());
      added.add(new Contact(id, goal, ContactType.Curated, one, 1, now, now));
      additions.add(new Addition(id.value(), goal, one));
    }
    contacts.checkOrganizations(scope, added);
    store.copy(scope, added);
    changes.recordAdditions(scope, Subject.CONTACT, additions);
    // Last: who adds the same words waits from here to the end of this transaction.
    vocabulary.note(scope, Contacts.words(added));
  }

  /// To be called after the last of many sets: what search and lists read without visiting the
  /// contacts is only sure of them after this.
  ///
  /// @param added how many contacts there were in all; some thousand are left to the database's own
  ///   housekeeping
  public void settle(long added) {
    store.settle(added >= MANY);
  }

  /// Who among `division`'s contacts already holds one of these keys, the oldest first: what a load
  /// must not add again.
  public List<Holder> holders(Scope scope, Division division, Keys keys) {
    return store.holders(scope, division, keys);
  }

  /// What contacts are recognised by.
  ///
  /// @param source the external source that `externalIds` come from
  public record Keys(
      java.util.UUID source, List<String> externalIds, List<String> emails, List<String> phones) {
    public boolean isEmpty() {
      return externalIds.isEmpty() && emails.isEmpty() && phones.isEmpty();
    }
  }

  /// A contact that holds a key.
  ///
  /// @param kind `external`, `email` or `phone`
  /// @param externalIds what the source calls a contact that was found by another key
  public record Holder(String kind, String key, ContactId contact, List<String> externalIds) {}
}
