package dev.callbook.demo;

import dev.callbook.directory.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// People who share a name, an address and the telephone at home.
///
/// @param members 2 or 3
record Household(Country country, Name family, Address address, String number, int members) {
  private static final int COUNT = 30;

  /// All households, the same each time; their numbers are the first that are handed out.
  static List<Household> all(List<Country> countries, FreeNumbers numbers) {
    List<Household> all = new ArrayList<>(COUNT);
    for (int index = 0; index < COUNT; index++) {
      SplittableRandom dice = Dice.of("household", index);
      Country country = Country.pick(countries, dice);
      all.add(
          new Household(
              country,
              Dice.pick(dice, country.family()),
              Places.address(country, dice),
              numbers.land(country),
              index % 3 == 2 ? 3 : 2));
    }
    return all;
  }
}
