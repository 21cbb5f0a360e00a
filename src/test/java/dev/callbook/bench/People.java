package dev.callbook.bench;

import dev.callbook.platform.Folding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// People for measurements: any number of them, each the same for the same seed and index, with
/// names as skewed, numbers as messy and scripts as mixed as in a real directory. On average 1.3
/// numbers, 0.8 e-mail addresses, and 30 of 100 with an organization.
@SuppressWarnings("EnumOrdinal") // the order of the cultures is part of the data
public final class People {
  /// The columns of the CSV file.
  public static final List<String> HEADER =
      List.of(
          "External Id",
          "First Name",
          "Last Name",
          "Title",
          "Organization",
          "Work Phone",
          "Cell Phone",
          "Work Email",
          "Personal Email",
          "City",
          "Country",
          "External System URL",
          "Survey Opt Out",
          "Division");

  private static final List<String> TITLES =
      List.of(
          "Manager",
          "Engineer",
          "Director",
          "Buyer",
          "Assistant",
          "Accountant",
          "Owner",
          "Consultant",
          "Nurse",
          "Teacher");
  private static final List<String> MAIL_HOSTS =
      List.of(
          "gmail.com",
          "outlook.com",
          "yahoo.com",
          "icloud.com",
          "gmx.net",
          "web.de",
          "proton.me",
          "mail.example");
  private static final List<String> DIVISIONS =
      List.of("Service", "Sales", "Billing", "Legal", "North", "South", "Partners", "Press");
  private static final int[] DIVISION_SHARES = {50, 20, 12, 8, 5, 3, 1, 1};
  private static final int[] CULTURE_SHARES =
      LongStream.range(0, Culture.values().length)
          .mapToInt(i -> Culture.values()[(int) i].share)
          .toArray();

  private final long seed;
  private final int organizations;

  /// @param seed picks another population
  /// @param size how many people are meant to be used; one organization exists for every sixteen or
  ///   so
  public People(long seed, long size) {
    this.seed = seed;
    this.organizations = (int) Math.max(5, size * 6 / 100);
  }

  /// Writes people `from` to `from + count - 1` as CSV, with a header line.
  public void write(Writer csv, long from, long count) throws IOException {
    writeLine(csv, HEADER);
    for (long index = from; index < from + count; index++) {
      writeLine(csv, person(index).cells());
    }
  }

  /// As [#write], but every twentieth has moved up.
  public void writeChanged(Writer csv, long from, long count) throws IOException {
    writeLine(csv, HEADER);
    for (long index = from; index < from + count; index++) {
      List<String> cells = new ArrayList<>(person(index).cells());
      if (index % 20 == 0) {
        cells.set(HEADER.indexOf("Title"), "Chief " + cells.get(HEADER.indexOf("Title")));
      }
      writeLine(csv, cells);
    }
  }

  /// The person with this index.
  Person person(long index) {
    var dice = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index * 0xBF58476D1CE4E5B9L);
    Culture home = Culture.values()[weighted(dice, CULTURE_SHARES)];
    String first = skewed(dice, home.given).replace('_', ' ');
    String last = family(dice, home);
    String organization =
        dice.nextInt(100) < 30 ? Companies.name(skewedIndex(dice, organizations)) : "";
    return new Person(
        "C-%08d".formatted(index),
        shout(dice, first),
        shout(dice, last),
        dice.nextInt(100) < 25 ? pick(dice, TITLES) : "",
        organization,
        dice.nextInt(100) < 55 ? number(dice, home, home.landStarts) : null,
        dice.nextInt(100) < 75 ? number(dice, home, home.mobileStarts) : null,
        dice.nextInt(100) < (organization.isEmpty() ? 14 : 85)
            ? workEmail(dice, first, last, organization, index)
            : "",
        dice.nextInt(100) < 45
            ? local(dice, first, last, index) + "@" + skewed(dice, MAIL_HOSTS)
            : "",
        pick(dice, home.cities),
        home.country,
        dice.nextInt(100) < 40 ? "https://crm.example/people/" + index : "",
        dice.nextInt(100) < 3,
        DIVISIONS.get(weighted(dice, DIVISION_SHARES)));
  }

  private static String family(SplittableRandom dice, Culture home) {
    String name =
        dice.nextInt(100) < 78
            ? skewed(dice, home.family)
            : pick(dice, home.stems) + rareEnding(dice, home);
    boolean two = (home == Culture.SPAIN || home == Culture.MEXICO) && dice.nextInt(100) < 70;
    return (two ? name + " " + skewed(dice, home.family) : name).replace('_', ' ').strip();
  }

  /// Rare names: a stem and one or two endings, so that their number of kinds goes into the ten
  /// thousands.
  private static String rareEnding(SplittableRandom dice, Culture home) {
    String ending = pick(dice, home.endings);
    return dice.nextInt(100) < 40 ? pick(dice, home.endings).strip() + ending : ending;
  }

  private static Person.PhoneLine number(SplittableRandom dice, Culture home, List<String> starts) {
    var national = new StringBuilder(pick(dice, starts));
    while (national.length() < home.digits) {
      // A switchboard's round numbers are commoner than chance.
      boolean round = national.length() > home.digits - 3 && dice.nextInt(100) < 3;
      national.append(round ? '0' : (char) ('0' + dice.nextInt(10)));
    }
    var typed = new StringBuilder();
    int next = 0;
    for (char c : skewed(dice, home.formats).toCharArray()) {
      if (c != '#') {
        typed.append(c);
      } else if (next < national.length()) {
        typed.append(national.charAt(next++));
      }
    }
    typed.append(national, next, national.length());
    if (dice.nextInt(100) < 2) {
      typed.append(" ext. ").append(dice.nextInt(100, 1000));
    }
    return new Person.PhoneLine(typed.toString(), home.callingCode, national.toString());
  }

  private static String workEmail(
      SplittableRandom dice, String first, String last, String organization, long index) {
    String domain =
        organization.isEmpty()
            ? "studio" + dice.nextInt(2000) + ".example"
            : Companies.domain(organization);
    return (dice.nextInt(100) < 8
            ? pick(dice, List.of("info", "sales", "office"))
            : local(dice, first, last, index))
        + "@"
        + domain;
  }

  private static String local(SplittableRandom dice, String first, String last, long index) {
    String given = ascii(first, "p" + index % 9973);
    String family = ascii(last, "x" + index % 99991);
    return switch (dice.nextInt(5)) {
      case 0 -> given + "." + family;
      case 1 -> given.charAt(0) + family;
      case 2 -> given + dice.nextInt(50, 110);
      case 3 -> family + "." + given + dice.nextInt(100);
      default -> given + family + dice.nextInt(1000);
    };
  }

  private static String ascii(String name, String otherwise) {
    String plain = Folding.key(name).replaceAll("[^a-z0-9]", "");
    return plain.isEmpty() ? otherwise : plain;
  }

  private static String shout(SplittableRandom dice, String name) {
    return switch (dice.nextInt(50)) {
      case 0 -> name.toUpperCase(java.util.Locale.ROOT);
      case 1 -> name.toLowerCase(java.util.Locale.ROOT);
      case 2 -> " " + name + " ";
      default -> name;
    };
  }

  /// An element, the first ones far more often: roughly Zipf's law.
  private static String skewed(SplittableRandom dice, List<String> values) {
    return values.get(skewedIndex(dice, values.size()));
  }

  private static int skewedIndex(SplittableRandom dice, int size) {
    return (int) Math.min(size - 1, Math.pow(size + 1.0, Math.pow(dice.nextDouble(), 1.15)) - 1);
  }

  private static String pick(SplittableRandom dice, List<String> values) {
    return values.get(dice.nextInt(values.size()));
  }

  private static int weighted(SplittableRandom dice, int[] shares) {
    int left = dice.nextInt(java.util.Arrays.stream(shares).sum());
    int index = 0;
    while (left >= shares[index]) {
      left -= shares[index++];
    }
    return index;
  }

  private static void writeLine(Writer csv, List<String> cells) {
    try {
      for (int i = 0; i < cells.size(); i++) {
        csv.write(i == 0 ? "" : ",");
        csv.write(quoted(cells.get(i)));
      }
      csv.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String cell) {
    boolean needsQuotes = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0;
    return needsQuotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
