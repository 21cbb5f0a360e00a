package dev.callbook.identity;

import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactType;
import dev.callbook.contact.Contacts;
import dev.callbook.contact.MergeSet;
import dev.callbook.contact.MergeTrees;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.Outdated;
import dev.callbook.wire.Refusal.TooMany;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The rules by which several contacts become one. Source: CONTRACT section 7, "Merge".
@ApplicationScoped
public class Merges {
  /// How many contacts one merge takes.
  public static final int MAX_INPUTS = 25;

  /// How many members a merge set may have, the canonical contact included.
  public static final int MAX_SET = 52;

  private static final String INPUTS = "contactIds";
  private static final int MAX_LINES = 100;
  private static final int MAX_IDS = 10;

  private final MergeTrees trees;
  private final Contacts contacts;

  Merges(MergeTrees trees, Contacts contacts) {
    this.trees = trees;
    this.contacts = contacts;
  }

  /// Merges contacts into a new one, all in one step.
  ///
  /// @param override what the new one holds, by what the contacts hold together
  /// @throws TooMany above 25 contacts
  /// @throws Invalid naming `contactIds` below two contacts or for one twice; or what `override`
  ///   refuses
  /// @throws dev.callbook.wire.Refusal.NotFound if one is not within `scope`
  /// @throws dev.callbook.wire.Refusal.Superseded if one was merged into another
  /// @throws Conflict naming `contactIds` if they belong to several divisions, or together are too
  ///   many or hold too much
  @Transactional
  public Contact merge(
      Scope scope, List<ContactId> wanted, Function<Contact, ContactDetails> override) {
    checkNumber(wanted);
    return join(scope, trees.lock(scope, wanted), override);
  }

  /// As [#merge(Scope, List, Function)], of contacts as somebody saw them.
  ///
  /// @param seen their versions
  /// @param choice what the new one holds, by the contacts and what they hold together
  /// @throws Outdated if one was changed since
  @Transactional
  public Contact merge(
      Scope scope,
      SequencedMap<ContactId, Integer> seen,
      BiFunction<List<Contact>, ContactDetails, ContactDetails> choice) {
    List<ContactId> wanted = List.copyOf(seen.sequencedKeySet());
    checkNumber(wanted);
    List<Contact> inputs = trees.lock(scope, wanted);
    for (Contact input : inputs) {
      if (!Objects.equals(seen.get(input.id()), input.version())) {
        throw new Outdated("contact", input.id().value());
      }
    }
    return join(scope, inputs, together -> choice.apply(inputs, together.details()));
  }

  private Contact join(
      Scope scope, List<Contact> inputs, Function<Contact, ContactDetails> override) {
    checkDivision(inputs);
    checkSet(inputs);
    Contact newest = MergedDetails.newestFirst(inputs).getFirst();
    ContactDetails merged = MergedDetails.of(inputs);
    ContactDetails details =
        override.apply(
            new Contact(
                newest.id(),
                newest.division(),
                ContactType.Curated,
                merged,
                1,
                newest.createdAt(),
                newest.modifiedAt()));
    checkRoom(details);
    contacts.checkOrganization(scope, merged, details);
    return trees.join(scope, inputs, details);
  }

  /// Merges one contact with another, of which one must not have been made on purpose.
  ///
  /// @throws Invalid naming `targetContactId` if it is the same
  /// @throws Conflict naming it if both are curated; and whatever [#merge(Scope, List, Function)]
  ///   refuses
  @Transactional
  public Contact mergeTwo(Scope scope, ContactId source, ContactId target) {
    if (source.equals(target)) {
      throw new Invalid(
          "targetContactId", "invalid.value", "A contact cannot be merged with itself.");
    }
    List<Contact> inputs = trees.lock(scope, List.of(source, target));
    if (inputs.stream().allMatch(input -> input.type() == ContactType.Curated)) {
      throw new Conflict(
          "targetContactId",
          "This operation does not merge two curated contacts. POST contacts/merge does.",
          new Problem.Impossible());
    }
    return join(scope, inputs, Contact::details);
  }

  private static void checkNumber(List<ContactId> wanted) {
    if (wanted.size() > MAX_INPUTS) {
      throw new TooMany(INPUTS, MAX_INPUTS);
    }
    if (wanted.size() < 2) {
      throw new Invalid(INPUTS, "required", "contactIds names 2 to " + MAX_INPUTS + " contacts.");
    }
    if (Set.copyOf(wanted).size() < wanted.size()) {
      throw new Invalid(INPUTS, "invalid.value", "contactIds names a contact twice.");
    }
  }

  private static void checkDivision(List<Contact> inputs) {
    if (inputs.stream().map(Contact::division).distinct().count() > 1) {
      throw new Conflict(
          INPUTS,
          "The contacts belong to several divisions, and a record's division never changes. Create those of one division anew in the other first.",
          new Problem.Fixed());
    }
  }

  private static void checkSet(List<Contact> inputs) {
    int members = 1 + inputs.stream().map(Contact::mergeSet).mapToInt(set -> sizeOf(set)).sum();
    if (members > MAX_SET) {
      throw new Conflict(
          INPUTS,
          "The merge set would have " + members + " members; it may have " + MAX_SET + ".",
          new Problem.TooMany(MAX_SET));
    }
  }

  private static int sizeOf(MergeSet set) {
    return set.members().size();
  }

  /// What was read can be sent back: no list is longer than a write may make it.
  private static void checkRoom(ContactDetails details) {
    List<FieldError> full = new ArrayList<>();
    checkRoom(full, "phoneNumbers", details.phones(), MAX_LINES);
    checkRoom(full, "emailAddresses", details.emails(), MAX_LINES);
    checkRoom(full, "externalIds", details.externalIds(), MAX_IDS);
    checkRoom(full, "appleOpaqueIds", details.handles().apple(), MAX_IDS);
    if (!full.isEmpty()) {
      throw new Invalid(full);
    }
  }

  private static void checkRoom(List<FieldError> full, String field, List<?> items, int max) {
    if (items.size() > max) {
      full.add(
          new FieldError(
              field,
              "too.many",
              field + " would hold " + items.size() + " items; it may hold " + max + ".",
              new Problem.TooMany(max)));
    }
  }
}
