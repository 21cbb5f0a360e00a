package dev.callbook.identity;

import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDraft;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.contact.Identifier;
import dev.callbook.contact.Identifiers;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The rules of enrichment: whom the identifiers match, and what becomes of them. Source: CONTRACT
/// section 7, "Enrich".
@ApplicationScoped
public class ContactEnrichment {
  private final Contacts contacts;
  private final Identifiers identifiers;
  private final Merges merges;
  private final TransactionSynchronizationRegistry transaction;

  ContactEnrichment(
      Contacts contacts,
      Identifiers identifiers,
      Merges merges,
      TransactionSynchronizationRegistry transaction) {
    this.contacts = contacts;
    this.identifiers = identifiers;
    this.merges = merges;
    this.transaction = transaction;
  }

  /// @param dryRun does all of it and keeps nothing
  /// @throws Conflict naming the identifier that matches where nothing may; or what another request
  ///   claimed at the same moment
  /// @throws NotFound if nothing matches where something must
  /// @throws Invalid naming the field whose rule is broken
  @Transactional
  Enriched<Contact> write(Scope scope, ContactWish wish, boolean dryRun) {
    Enriched<Contact> done = write(scope, wish);
    if (dryRun) {
      transaction.setRollbackOnly();
    }
    return done;
  }

  private Enriched<Contact> write(Scope scope, ContactWish wish) {
    Map<Identifier, ContactId> holders =
        identifiers.holders(scope.only(wish.division()), wish.identifiers());
    List<ContactId> matches =
        wish.identifiers().stream()
            .flatMap(identifier -> Optional.ofNullable(holders.get(identifier)).stream())
            .distinct()
            .toList();
    if (matches.isEmpty()) {
      if (wish.action() == EnrichAction.Update) {
        throw new NotFound("contact", "by these identifiers");
      }
      return Enriched.inserted(insert(scope, wish));
    }
    return switch (wish.action()) {
      case Insert -> throw matched(wish, holders);
      case Update, Upsert -> Enriched.updated(update(scope, matches.getFirst(), wish));
      case Merge ->
          matches.size() == 1
              ? Enriched.updated(update(scope, matches.getFirst(), wish))
              : new Enriched<>(merge(scope, matches, wish), Enriched.Outcome.MERGED);
    };
  }

  private Contact insert(Scope scope, ContactWish wish) {
    Contact added =
        EnrichReader.within(
            ContactEnrichReader.WITHIN,
            () ->
                contacts.add(
                    scope,
                    new ContactDraft(Optional.of(wish.division().wireId()), wish.details())));
    identifiers.claimFor(scope, added, EnrichReader.IDENTIFIERS, wish.identifiers());
    return added;
  }

  private Contact update(Scope scope, ContactId match, ContactWish wish) {
    Contact updated = contacts.correct(scope, match, OptionalInt.empty(), wish.edit());
    return wish.promotes() ? contacts.promote(scope, match) : updated;
  }

  /// What was sent is laid over what the contacts hold together.
  private Contact merge(Scope scope, List<ContactId> matches, ContactWish wish) {
    return merges.merge(scope, matches, together -> wish.edit().apply(together).details());
  }

  private static Conflict matched(ContactWish wish, Map<Identifier, ContactId> holders) {
    Identifier match =
        wish.identifiers().stream().filter(holders::containsKey).findFirst().orElseThrow();
    int first = wish.identifiers().indexOf(match);
    return new Conflict(
        EnrichReader.IDENTIFIERS + "[" + first + "]", "A contact holds this identifier already.");
  }
}
