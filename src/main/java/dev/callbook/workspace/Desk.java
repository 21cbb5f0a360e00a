package dev.callbook.workspace;

import dev.callbook.access.Access;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactDraft;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactPhone;
import dev.callbook.contact.ContactSearch;
import dev.callbook.contact.Contacts;
import dev.callbook.contact.Handles;
import dev.callbook.contact.SearchHit;
import dev.callbook.directory.Checks;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.directory.PhoneReader;
import dev.callbook.interaction.Associations;
import dev.callbook.interaction.Interaction;
import dev.callbook.interaction.Interactions;
import dev.callbook.note.NoteSubject;
import dev.callbook.note.Notes;
import dev.callbook.phone.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What an agent does about an interaction of their own.
@ApplicationScoped
class Desk {
  private static final int MAX_FOUND = 9;
  private static final int MAX_NAME = 100;

  private final Interactions interactions;
  private final Associations associations;
  private final Contacts contacts;
  private final ContactSearch search;
  private final PhoneReader phones;
  private final Notes notes;

  Desk(
      Interactions interactions,
      Associations associations,
      Contacts contacts,
      ContactSearch search,
      PhoneReader phones,
      Notes notes) {
    this.interactions = interactions;
    this.associations = associations;
    this.contacts = contacts;
    this.search = search;
    this.phones = phones;
    this.notes = notes;
  }

  /// A contact that a search found. @param matched what of it matched
  record Found(Contact contact, String matched) {}

  /// Contacts by whatever the one search box understands; at most nine, the best first.
  List<Found> search(Access access, String text) {
    Scope scope = access.scope(Permission.CONTACT_VIEW, Origin.PAGE);
    Region home = Region.find(access.region()).orElseThrow();
    List<SearchHit> hits = search.search(scope, text, home, MAX_FOUND).hits();
    Map<ContactId, Contact> found =
        contacts.find(scope, hits.stream().map(SearchHit::contact).toList());
    return hits.stream()
        .flatMap(hit ->
            Optional.ofNullable(found.get(hit.contact())).stream()
                .map(contact -> new Found(contact, hit.matched())))
        .toList();
  }

  /// @param keepsNumber whether the contact gets the caller's number
  @Transactional
  void attach(Access access, UUID call, ContactId contact, boolean keepsNumber) {
    Scope scope = scope(access, Permission.CONVERSATION_ASSOCIATE, call);
    ContactId attached = associations.attach(scope, call, contact).id();
    Optional<ContactPhone> number = keepsNumber ? number(access, call) : Optional.empty();
    number.ifPresent(kept ->
        contacts.correct(
            scope(access, Permission.CONTACT_EDIT, call),
            attached,
            OptionalInt.empty(),
            old -> withNumber(old, kept)));
  }

  private static Contact withNumber(Contact old, ContactPhone kept) {
    ContactDetails d = old.details();
    List<ContactPhone> phones = new ArrayList<>(d.phones());
    phones.add(kept);
    return new Contact(
        old.id(),
        old.division(),
        old.type(),
        new ContactDetails(
            d.firstName(),
            d.middleName(),
            d.lastName(),
            d.salutation(),
            d.title(),
            List.copyOf(phones),
            d.emails(),
            d.address(),
            d.handles(),
            d.organization(),
            d.surveyOptOut(),
            d.externalSystemUrl(),
            d.externalIds(),
            d.schema(),
            d.customFields()),
        old.version(),
        old.createdAt(),
        old.modifiedAt());
  }

  /// Creates a contact with the caller's number, and attaches it.
  ///
  /// @throws dev.callbook.wire.Refusal.Invalid naming `firstName`, `lastName` or `division.id`
  @Transactional
  Contact create(Access access, UUID call, String firstName, String lastName, String division) {
    Checks checks = new Checks();
    String first = checks.required("firstName", firstName, MAX_NAME, "Enter a first name.");
    String last = checks.required("lastName", lastName, MAX_NAME, "Enter a last name.");
    checks.refuseIfAny();
    ContactDetails details =
        new ContactDetails(
            first,
            null,
            last,
            null,
            null,
            number(access, call).map(List::of).orElse(List.of()),
            List.of(),
            null,
            Handles.NONE,
            null,
            false,
            null,
            List.of(),
            null,
            null);
    return associations.create(
        scope(access, Permission.CONTACT_ADD, call),
        call,
        new ContactDraft(Optional.of(division), details));
  }

  /// The caller's number as a contact keeps it; empty where it is no telephone number.
  private Optional<ContactPhone> number(Access access, UUID call) {
    Interaction interaction =
        interactions.get(scope(access, Permission.WORKSPACE_USE, call), agent(access), call);
    String e164 = interaction.caller().e164();
    if (e164 == null) {
      return Optional.empty();
    }
    PhoneNumber number = phones.of(e164, access.region(), null, null, false);
    return Optional.of(new ContactPhone("other", number));
  }

  /// Adds a note to the contact of an interaction.
  @Transactional
  void note(Access access, UUID call, ContactId contact, String text) {
    interactions.get(scope(access, Permission.WORKSPACE_USE, call), agent(access), call);
    notes.add(
        scope(access, Permission.CONTACT_EDIT, call), NoteSubject.contact(contact.value()), text);
    interactions.refresh(access.org(), agent(access), call);
  }

  private static Scope scope(Access access, Permission permission, UUID call) {
    return access.scope(permission, Origin.ofInteraction(call));
  }

  private static UUID agent(Access access) {
    return Objects.requireNonNull(access.actor().idOrNull());
  }
}
