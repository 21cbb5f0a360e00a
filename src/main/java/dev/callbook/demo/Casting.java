package dev.callbook.demo;

import dev.callbook.access.Access;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactPhone;
import dev.callbook.contact.ContactQuery;
import dev.callbook.contact.ContactQuery.Sort;
import dev.callbook.contact.Contacts;
import dev.callbook.contact.Handles.WhatsApp;
import dev.callbook.demo.CallPlan.Party;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.directory.PhoneReader;
import dev.callbook.interaction.Channel;
import dev.callbook.interaction.Interactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Finds somebody who fits a situation, in the directory as it is now: contacts that were added
/// since call too, and those that are gone do not.
@ApplicationScoped
class Casting {
  /// How far lists reach.
  private static final int WINDOW = 1_000;

  private static final int LOOKED_AT = 40;

  private final Contacts contacts;
  private final Interactions interactions;
  private final PhoneReader phones;

  Casting(Contacts contacts, Interactions interactions, PhoneReader phones) {
    this.contacts = contacts;
    this.interactions = interactions;
    this.phones = phones;
  }

  /// @param access of the agent at whom it will alert
  Party find(Access access, Situation situation, SplittableRandom dice) {
    Scope scope = access.scope(Permission.CONTACT_VIEW, Origin.SYSTEM);
    return switch (situation) {
      case KNOWN -> known(scope, dice).orElseGet(() -> stranger(dice));
      case SHARED -> shared(scope, dice).orElseGet(() -> stranger(dice));
      case UNKNOWN -> stranger(dice);
      case WITHHELD -> Party.withheld();
      case MESSAGE -> writer(scope, dice).orElseGet(() -> stranger(dice));
      case LATE -> known(scope, dice).orElseGet(() -> stranger(dice)).late();
    };
  }

  private static Party stranger(SplittableRandom dice) {
    return Party.by(Channel.VOICE, FreeNumbers.stranger(dice));
  }

  private Optional<Party> known(Scope scope, SplittableRandom dice) {
    List<Contact> some = some(scope, dice);
    return Stream.concat(some.stream().filter(contact -> hasCalled(scope, contact)), some.stream())
        .flatMap(contact -> contact.details().phones().stream())
        .map(ContactPhone::number)
        .filter(number -> holders(scope, number) == 1)
        .findFirst()
        .map(Party::calling);
  }

  /// Those of whom there is more to see come first.
  private boolean hasCalled(Scope scope, Contact contact) {
    return !interactions.of(scope, contact.id(), null, 1).isEmpty();
  }

  private Optional<Party> shared(Scope scope, SplittableRandom dice) {
    List<Household> households = new ArrayList<>(Household.all(Country.all(), new FreeNumbers()));
    Collections.shuffle(households, Random.from(dice));
    return households.stream()
        .map(home -> phones.of(home.number(), home.country().code(), null, null, false))
        .filter(number -> holders(scope, number) > 1)
        .findFirst()
        .map(Party::calling);
  }

  private Optional<Party> writer(Scope scope, SplittableRandom dice) {
    List<Contact> some = some(scope, dice);
    Optional<Party> byWhatsApp =
        some.stream()
            .flatMap(
                contact -> Optional.ofNullable(contact.details().handles().whatsApp()).stream())
            .map(WhatsApp::number)
            .findFirst()
            .map(number -> Party.by(Channel.WHATSAPP, Party.text(number)));
    return byWhatsApp.or(() ->
        some.stream()
            .flatMap(contact -> contact.details().phones().stream())
            .map(ContactPhone::number)
            .filter(PhoneNumber::acceptsSms)
            .findFirst()
            .map(number -> Party.by(Channel.SMS, Party.text(number))));
  }

  /// Some contacts, from anywhere in the list.
  private List<Contact> some(Scope scope, SplittableRandom dice) {
    int counted = contacts.list(scope, ContactQuery.firstPage(null, 1)).counted();
    int last = Math.max(1, Math.min(counted, WINDOW) - LOOKED_AT);
    ContactQuery query =
        new ContactQuery(
            Optional.empty(),
            Sort.LAST_NAME,
            dice.nextBoolean(),
            Optional.empty(),
            dice.nextInt(last),
            LOOKED_AT);
    List<Contact> some = new ArrayList<>(contacts.list(scope, query).contacts());
    Collections.shuffle(some, Random.from(dice));
    return some;
  }

  private int holders(Scope scope, PhoneNumber number) {
    String key = number.lookupKey();
    return key == null ? 0 : contacts.holdingNumber(scope, key, 2).size();
  }
}
