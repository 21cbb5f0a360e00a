package dev.callbook.demo;

import dev.callbook.demo.Country.City;
import dev.callbook.directory.Address;
import java.util.SplittableRandom;

/// Where people live and companies have their offices.
final class Places {
  private static final int HIGHEST_HOUSE = 120;

  private Places() {}

  static Address address(Country country, SplittableRandom dice) {
    City city = Dice.pick(dice, country.cities());
    String house = String.valueOf(dice.nextInt(1, HIGHEST_HOUSE));
    return new Address(
        Dice.pick(dice, country.streets()).replace("#", house),
        null,
        city.name(),
        city.state(),
        Dice.digits(dice, city.postalCode()),
        country.code());
  }
}
