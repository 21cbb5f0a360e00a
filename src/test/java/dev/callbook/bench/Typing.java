package dev.callbook.bench;

import dev.callbook.platform.Folding;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// What people type into the search box when they look for one of [People]; the same for the same
/// seed and index.
final class Typing {
  /// A way to look for somebody. @param share how often, in a hundred
  enum Kind {
    NAME_BEGINNING(22),
    SURNAME_BEGINNING(14),
    FULL_NAME(12),
    NAME_AND_BEGINNING(10),
    TWO_BEGINNINGS(6),
    TYPO(8),
    LAST_FOUR(6),
    MIDDLE_DIGITS(3),
    FIRST_DIGITS(4),
    WHOLE_NUMBER(4),
    EMAIL_BEGINNING(4),
    DOMAIN(1),
    ORGANIZATION(2),
    NAME_AND_ORGANIZATION(1),
    NAME_AND_DIGITS(1),
    EXTERNAL_ID(1),
    NONSENSE(1);

    final int share;

    Kind(int share) {
      this.share = share;
    }
  }

  /// One search. @param person the index of the one looked for
  record Typed(Kind kind, String text, long person) {}

  private final People people;
  private final long seed;
  private final long size;

  Typing(People people, long seed, long size) {
    this.people = people;
    this.seed = seed;
    this.size = size;
  }

  Typed typed(long index) {
    var dice = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index * 0xD1B54A32D192ED03L);
    Kind kind = kind(dice.nextInt(100));
    while (true) {
      long wanted = dice.nextLong(size);
      String text = text(kind, people.person(wanted), dice);
      if (!text.isBlank()) {
        return new Typed(kind, text, wanted);
      }
    }
  }

  private static Kind kind(int roll) {
    int left = roll;
    for (Kind kind : Kind.values()) {
      left -= kind.share;
      if (left < 0) {
        return kind;
      }
    }
    return Kind.NONSENSE;
  }

  private static String text(Kind kind, Person person, SplittableRandom dice) {
    String first = person.firstName().strip();
    String last = person.lastName().strip();
    return switch (kind) {
      case NAME_BEGINNING -> beginning(first, dice.nextInt(1, 7));
      case SURNAME_BEGINNING -> beginning(last, dice.nextInt(2, 9));
      case FULL_NAME -> dice.nextBoolean() ? first + " " + last : Folding.key(last + " " + first);
      case NAME_AND_BEGINNING -> first + " " + beginning(last, dice.nextInt(1, 5));
      case TWO_BEGINNINGS ->
          beginning(first, dice.nextInt(2, 4)) + " " + beginning(last, dice.nextInt(2, 4));
      case TYPO -> mistyped(Folding.words(last), dice);
      case LAST_FOUR -> digits(person, dice, true, 4);
      case MIDDLE_DIGITS -> digits(person, dice, false, dice.nextInt(4, 7));
      case FIRST_DIGITS -> {
        Person.@Nullable PhoneLine number = numberOf(person);
        yield number == null ? "" : beginning(number.national(), dice.nextInt(3, 8));
      }
      case WHOLE_NUMBER -> {
        Person.@Nullable PhoneLine number = numberOf(person);
        yield number == null
            ? ""
            : switch (dice.nextInt(3)) {
              case 0 -> number.typed();
              case 1 -> number.e164();
              default -> number.national();
            };
      }
      case EMAIL_BEGINNING -> beginning(person.personalEmail(), dice.nextInt(4, 14));
      case DOMAIN -> {
        String mail = person.workEmail();
        yield mail.isEmpty()
            ? ""
            : beginning(mail.substring(mail.indexOf('@')), dice.nextInt(4, 9));
      }
      case ORGANIZATION -> {
        List<String> words = Folding.words(person.organization());
        yield words.isEmpty()
            ? ""
            : String.join(" ", words.subList(0, 1 + dice.nextInt(words.size())));
      }
      case NAME_AND_ORGANIZATION -> {
        List<String> words = Folding.words(person.organization());
        yield words.isEmpty() ? "" : first + " " + words.getFirst();
      }
      case NAME_AND_DIGITS -> {
        String end = digits(person, dice, true, 4);
        yield end.isEmpty() ? "" : first + " " + end;
      }
      case EXTERNAL_ID -> person.externalId();
      case NONSENSE -> dice.nextBoolean() ? "zxqv kjw" : "qqqzzz";
    };
  }

  private static Person.@Nullable PhoneLine numberOf(Person person) {
    return person.cellPhone() == null ? person.workPhone() : person.cellPhone();
  }

  private static String beginning(String text, int length) {
    return text.substring(
            0, text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length()))))
        .strip();
  }

  private static String digits(Person person, SplittableRandom dice, boolean atEnd, int count) {
    Person.@Nullable PhoneLine number = numberOf(person);
    if (number == null) {
      return "";
    }
    String national = number.national();
    int from = national.length() - count - (atEnd ? 0 : dice.nextInt(1, national.length() - count));
    return national.substring(from, from + count);
  }

  /// One letter left out, doubled, changed or swapped with the next.
  private static String mistyped(List<String> words, SplittableRandom dice) {
    String word = words.isEmpty() ? "" : words.getFirst();
    if (word.length() < 5 || Folding.isUnspaced(word.codePointAt(0))) {
      return "";
    }
    int at = dice.nextInt(1, word.length() - 1);
    String before = word.substring(0, at);
    String after = word.substring(at + 1);
    return switch (dice.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + word.charAt(at) + word.charAt(at) + after;
      case 2 -> before + (word.charAt(at) == 'e' ? 'a' : 'e') + after;
      default -> before + word.charAt(at + 1) + word.charAt(at) + after.substring(1);
    };
  }
}
