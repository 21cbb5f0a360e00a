package dev.callbook.demo;

import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactEmail;
import dev.callbook.contact.ContactPhone;
import dev.callbook.contact.Handles;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.PhoneReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes up the external contacts: first the households, whose members share a number, then people
/// who share nothing.
final class People {
  static final int COUNT = 2_000;

  private static final List<String> TITLES =
      List.of(
          "Buyer",
          "Head of Purchasing",
          "Office Manager",
          "Managing Director",
          "Accountant",
          "IT Lead",
          "Receptionist",
          "Facility Manager",
          "Field Engineer",
          "Owner");
  private static final List<String> MAIL_HOSTS =
      List.of("mail.example", "post.example", "inbox.example");

  private static final List<String> INITIALS = List.of("J.", "M.", "A.", "R.", "L.", "T.");
  private static final Set<String> WITH_TWO_SURNAMES = Set.of("ES", "MX");

  /// Whom people work for. @param id of the external organization
  record Employer(Firm firm, UUID id) {}

  private final List<Country> countries;
  private final FreeNumbers numbers;
  private final PhoneReader phones;
  private final Map<Country, List<Employer>> employers;
  private final UUID source;

  /// @param source the external source that the external ids come from
  People(
      List<Country> countries,
      FreeNumbers numbers,
      PhoneReader phones,
      List<Employer> employers,
      UUID source) {
    this.countries = countries;
    this.numbers = numbers;
    this.phones = phones;
    this.employers =
        employers.stream().collect(Collectors.groupingBy(employer -> employer.firm().country()));
    this.source = source;
  }

  /// @param households of the same countries and from the same numbers; their members come first
  List<ContactDetails> all(List<Household> households) {
    List<ContactDetails> all = new ArrayList<>(COUNT);
    for (Household household : households) {
      for (int member = 0; member < household.members(); member++) {
        all.add(person(all.size(), household));
      }
    }
    while (all.size() < COUNT) {
      all.add(person(all.size(), null));
    }
    return all;
  }

  private ContactDetails person(int index, @Nullable Household home) {
    SplittableRandom dice = Dice.of("person", index);
    Country country = home == null ? Country.pick(countries, dice) : home.country();
    Name given = Dice.pick(dice, country.given());
    Name family = home == null ? Dice.pick(dice, country.family()) : home.family();
    Employer employer =
        Dice.chance(dice, 55) ? Dice.pick(dice, employers.getOrDefault(country, List.of())) : null;
    List<ContactPhone> lines = lines(country, employer != null, home, dice);
    boolean isInCrm = Dice.chance(dice, 45);
    return new ContactDetails(
        given.written(),
        country.code().equals("US") && Dice.chance(dice, 10) ? Dice.pick(dice, INITIALS) : null,
        family(country, family, home, dice),
        Dice.chance(dice, 4) ? "Dr." : null,
        employer != null && Dice.chance(dice, 70) ? Dice.pick(dice, TITLES) : null,
        lines,
        emails(given, family, employer, index, dice),
        address(country, home, dice),
        handles(country, given, family, lines, index, dice),
        employer == null ? null : employer.id(),
        Dice.chance(dice, 6),
        isInCrm ? "https://crm.example/people/" + (10_000 + index) : null,
        isInCrm ? List.of(new ExternalId(source, "CRM-" + (10_000 + index))) : List.of(),
        null,
        null);
  }

  private static String family(
      Country country, Name family, @Nullable Household home, SplittableRandom dice) {
    boolean hasTwo =
        home == null && WITH_TWO_SURNAMES.contains(country.code()) && Dice.chance(dice, 60);
    return hasTwo
        ? family.written() + " " + Dice.pick(dice, country.family()).written()
        : family.written();
  }

  private static @Nullable Address address(
      Country country, @Nullable Household home, SplittableRandom dice) {
    return home != null
        ? home.address()
        : Dice.chance(dice, 70) ? Places.address(country, dice) : null;
  }

  private List<ContactPhone> lines(
      Country country, boolean isEmployed, @Nullable Household home, SplittableRandom dice) {
    List<ContactPhone> lines = new ArrayList<>();
    if (isEmployed && Dice.chance(dice, 60)) {
      String extension = Dice.chance(dice, 20) ? String.valueOf(dice.nextInt(100, 1000)) : null;
      lines.add(line("work", numbers.land(country), country, extension, false));
    }
    boolean isAtHome = !isEmployed && Dice.chance(dice, 35);
    if (home != null || isAtHome) {
      String number = home != null ? home.number() : numbers.land(country);
      lines.add(line("home", number, country, null, false));
    }
    if (lines.isEmpty() || Dice.chance(dice, 70)) {
      lines.add(line("cell", numbers.mobile(country), country, null, Dice.chance(dice, 45)));
    }
    return List.copyOf(lines);
  }

  private ContactPhone line(
      String label, String number, Country country, @Nullable String extension, boolean sms) {
    return new ContactPhone(label, phones.of(number, country.code(), null, extension, sms));
  }

  private static List<ContactEmail> emails(
      Name given, Name family, @Nullable Employer employer, int index, SplittableRandom dice) {
    List<ContactEmail> emails = new ArrayList<>();
    if (employer != null && Dice.chance(dice, 80)) {
      emails.add(
          new ContactEmail(
              "work", given.latin() + "." + family.latin() + "@" + employer.firm().domain()));
    }
    if (Dice.chance(dice, 50)) {
      emails.add(
          new ContactEmail("personal", given.latin() + index + "@" + Dice.pick(dice, MAIL_HOSTS)));
    }
    return List.copyOf(emails);
  }

  private static Handles handles(
      Country country,
      Name given,
      Name family,
      List<ContactPhone> lines,
      int index,
      SplittableRandom dice) {
    String nick = given.latin() + "." + family.latin() + index;
    ContactPhone last = lines.getLast();
    return new Handles(
        Dice.chance(dice, 4)
            ? new Handles.Twitter(null, given.written(), nick.replace('.', '_'))
            : null,
        country.code().equals("JP") && Dice.chance(dice, 40)
            ? new Handles.Scoped("U%032x".formatted(dice.nextLong(Long.MAX_VALUE)), nick)
            : null,
        Dice.chance(dice, 4) ? new Handles.Scoped("7%014d".formatted(index), nick) : null,
        Dice.chance(dice, 6) ? new Handles.Instagram(null, given.written(), nick) : null,
        last.label().equals("cell") && Dice.chance(dice, 25)
            ? new Handles.WhatsApp(last.number(), given.written())
            : null,
        Dice.chance(dice, 3)
            ? List.of("urn:mbid:%016x".formatted(dice.nextLong(Long.MAX_VALUE)))
            : List.of());
  }
}
