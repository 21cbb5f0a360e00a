package dev.callbook.demo;

import dev.callbook.demo.Country.Trade;
import dev.callbook.directory.Address;
import dev.callbook.directory.PhoneReader;
import dev.callbook.organization.OrganizationDetails;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/// Makes up the external organizations.
final class Firms {
  static final int COUNT = 150;

  private static final List<String> TAGS =
      List.of("key account", "partner", "new in 2026", "pays late", "reference", "public sector");

  private final List<Country> countries;
  private final FreeNumbers numbers;
  private final PhoneReader phones;

  Firms(List<Country> countries, FreeNumbers numbers, PhoneReader phones) {
    this.countries = countries;
    this.numbers = numbers;
    this.phones = phones;
  }

  /// No two with the same name.
  List<Firm> all() {
    List<Firm> all = new ArrayList<>(COUNT);
    Set<String> names = new HashSet<>();
    for (int attempt = 0; all.size() < COUNT; attempt++) {
      SplittableRandom dice = Dice.of("firm", attempt);
      // One of each country, then by the countries' shares.
      Country country =
          all.size() < countries.size() ? countries.get(all.size()) : Country.pick(countries, dice);
      Name family = Dice.pick(dice, country.family());
      Trade trade = Dice.pick(dice, country.trades());
      Address address = Places.address(country, dice);
      String name = name(country, family, trade, address, dice);
      if (names.add(name)) {
        String domain =
            family.latin() + "-" + trade.industry().toLowerCase(Locale.ROOT) + ".example";
        all.add(new Firm(country, domain, details(country, name, trade, address, domain, dice)));
      }
    }
    return all;
  }

  private static String name(
      Country country, Name family, Trade trade, Address address, SplittableRandom dice) {
    return Dice.pick(dice, country.firms())
        .replaceFirst("\\{family}", family.written())
        .replace("{family}", Dice.pick(dice, country.family()).written())
        .replace("{city}", String.valueOf(address.city()))
        .replace("{trade}", trade.word());
  }

  private OrganizationDetails details(
      Country country,
      String name,
      Trade trade,
      Address address,
      String domain,
      SplittableRandom dice) {
    long employees = Math.round(Math.pow(10, 0.7 + dice.nextDouble() * 2.8));
    return new OrganizationDetails(
        name,
        null,
        trade.industry(),
        address,
        phones.of(numbers.land(country), country.code(), null, null, false),
        null,
        employees,
        employees * 1_000 * dice.nextInt(60, 240),
        Dice.chance(dice, 30) ? List.of(Dice.pick(dice, TAGS)) : List.of(),
        List.of("https://" + domain),
        List.of(),
        null,
        Dice.chance(dice, 40) ? "https://crm.example/companies/" + dice.nextInt(10_000) : null,
        List.of(),
        null,
        null);
  }
}
