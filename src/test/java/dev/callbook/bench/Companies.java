package dev.callbook.bench;

import dev.callbook.platform.Folding;
import java.util.List;

/// Names of organizations that do not exist, the same for the same index.
final class Companies {
  private static final List<String> FIRST =
      List.of(
          "Acme", "Global", "Nova", "Blue", "Alpha", "North", "Sun", "Delta", "Prime", "Green",
          "Iber", "Euro", "Nordic", "Atlas", "Orion", "Vega", "Terra", "Aqua", "Metro", "Pacific",
          "Río", "Grün", "Étoile", "Łódź", "São", "Öst", "Polar", "Silver", "Iron", "Red");
  private static final List<String> SECOND =
      List.of(
          "bank", "tech", "soft", "med", "foods", "works", "trans", "build", "power", "net", "care",
          "mobil", "print", "labs", "trade", "steel", "air", "marine", "textil", "glass", "agro",
          "chem", "data", "design", "motor", "media", "pharma", "optic", "wood", "stone");
  private static final List<String> THIRD =
      List.of(
          "Group",
          "Systems",
          "Solutions",
          "Partners",
          "Services",
          "Industries",
          "International",
          "Logistics",
          "Consulting",
          "Energy",
          "Digital",
          "Holding",
          "Retail",
          "Insurance",
          "Travel");
  private static final List<String> FORM =
      List.of("Ltd", "GmbH", "S.A.", "Inc.", "S.L.", "AG", "plc", "B.V.", "", "& Co., KG");

  private Companies() {}

  /// The name of organization `index`; names repeat only far beyond the sizes measured.
  static String name(int index) {
    int mixed = Math.floorMod(index * 7919, 135_000);
    String first = FIRST.get(mixed % 30);
    String second = SECOND.get(mixed / 30 % 30);
    String third = THIRD.get(mixed / 900 % 15);
    String number = index < 135_000 ? "" : " " + (index / 135_000 + 1);
    return (first + second + " " + third + number + " " + FORM.get(mixed / 13_500)).strip();
  }

  /// The domain an organization's people write from.
  static String domain(String name) {
    List<String> words = Folding.words(name);
    return words.get(0)
        + "-"
        + words.get(1)
        + (words.size() > 2 ? words.get(2).charAt(0) : "")
        + ".example";
  }
}
