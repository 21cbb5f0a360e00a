package dev.callbook.interaction;

import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDraft;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.lookup.Lookup;
import dev.callbook.phone.LookupKey;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom interactions belong to, where a person or a program decides it. Each decision leaves its
/// entry in the change log.
@ApplicationScoped
public class Associations {
  private final InteractionStore store;
  private final Interactions interactions;
  private final Sources sources;
  private final Contacts contacts;
  private final Lookup lookup;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  Associations(
      InteractionStore store,
      Interactions interactions,
      Sources sources,
      Contacts contacts,
      Lookup lookup,
      Changes changes,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.interactions = interactions;
    this.sources = sources;
    this.contacts = contacts;
    this.lookup = lookup;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /// Attaches a contact to an agent's own interaction.
  ///
  /// @throws NotFound if the contact is not within `scope`, or the caller has no such interaction
  /// @return the contact; the canonical one where `contact` was merged into another
  @Transactional
  public Contact attach(Scope scope, UUID id, ContactId contact) {
    Interaction interaction = own(scope, id);
    Contact attached = kept(scope, contact);
    associate(scope, interaction, Association.Kind.ATTACHED, attached);
    return attached;
  }

  /// Attaches one of several who hold the caller's number.
  ///
  /// @param remembers whether they come first the next time the number calls
  /// @throws NotFound if the contact is not within `scope`, or the caller has no such interaction
  @Transactional
  public void pick(Scope scope, UUID id, ContactId contact, boolean remembers) {
    Interaction interaction = own(scope, id);
    Contact picked = kept(scope, contact);
    String key = interaction.caller().lookupKey();
    if (remembers && key != null) {
      lookup.remember(scope, new LookupKey(key), picked.id());
    }
    associate(scope, interaction, Association.Kind.PICKED, picked);
  }

  /// Creates a contact and attaches it, in one step.
  ///
  /// @throws NotFound if the caller has no such interaction
  /// @throws dev.callbook.wire.Refusal.Invalid naming the field whose rule is broken
  @Transactional
  public Contact create(Scope scope, UUID id, ContactDraft draft) {
    Interaction interaction = own(scope, id);
    Contact created = contacts.add(scope, draft);
    associate(scope, interaction, Association.Kind.CREATED, created);
    return created;
  }

  /// Takes the contact away from an agent's own interaction.
  ///
  /// @throws NotFound if the caller has no such interaction
  @Transactional
  public void detach(Scope scope, UUID id) {
    associate(scope, own(scope, id), Association.Kind.DETACHED, null);
  }

  /// Associates or, without `contact`, disassociates whatever conversation a program names: by our
  /// id, or by what its source calls it. One that nobody reported yet is noted under the default
  /// source, whose events find it later.
  ///
  /// @throws NotFound if the contact is not within `scope`
  @Transactional
  public void associate(
      Scope scope, String conversation, Channel channel, @Nullable ContactId contact) {
    Contact wanted = contact == null ? null : kept(scope, contact);
    Association.Kind kind = wanted == null ? Association.Kind.DETACHED : Association.Kind.ATTACHED;
    associate(scope, conversation(scope, conversation, channel), kind, wanted);
  }

  private Contact kept(Scope scope, ContactId contact) {
    return contacts
        .keep(scope, contact)
        .orElseThrow(() -> new NotFound("contact", contact.value()));
  }

  private Interaction conversation(Scope scope, String conversation, Channel channel) {
    UUID id =
        store.newestCalled(scope.org(), conversation).orElseGet(() -> uuidOrNull(conversation));
    if (id != null) {
      Interaction known = store.lock(scope.org(), id).orElse(null);
      if (known != null) {
        return known;
      }
    }
    EventSource source = sources.named(scope.org(), InboundEvent.DEFAULT_SOURCE);
    store.add(
        scope.org(),
        Interaction.unreported(ids.next(), source.id(), conversation, channel, clock.instant()));
    return store.lock(scope.org(), source.id(), conversation).orElseThrow();
  }

  private static @Nullable UUID uuidOrNull(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException another) {
      return null;
    }
  }

  private Interaction own(Scope scope, UUID id) {
    return store
        .lock(scope.org(), id)
        .filter(found -> found.agent() != null)
        .filter(found -> Objects.equals(found.agent(), scope.actor().idOrNull()))
        .orElseThrow(() -> new NotFound("interaction", id));
  }

  private void associate(
      Scope scope, Interaction before, Association.Kind kind, @Nullable Contact contact) {
    Association next =
        new Association(kind, contact == null ? null : contact.id(), scope.actor().idOrNull());
    Interaction after = before.with(next).nextVersion();
    store.update(scope.org(), after);
    changes.record(
        scope,
        List.of(
            new Step(
                Subject.INTERACTION,
                before.id(),
                contact == null ? null : contact.division(),
                after.version(),
                fields(before),
                fields(after))));
    interactions.announce(scope.org(), before.agent(), after);
  }

  private static Map<String, Object> fields(Interaction interaction) {
    ContactId contact = interaction.association().contact();
    return contact == null ? Map.of() : Map.of("contactId", contact.value());
  }
}
