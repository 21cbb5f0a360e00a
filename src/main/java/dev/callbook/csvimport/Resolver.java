package dev.callbook.csvimport;

import dev.callbook.csvimport.Joined.Whom;
import dev.callbook.csvimport.MatchStore.Clue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Decides whom each row means, as if the rows were applied one after the other: its external id
/// counts first, then what else was asked for, in that order. Holds only keys that several rows
/// share. For one thread.
final class Resolver {
  /// What is decided about a row that has clues.
  sealed interface Decision {
    long row();

    record Means(Target target) implements Decision {
      @Override
      public long row() {
        return target.row();
      }
    }

    /// Several contacts fit equally well, and are not, or too many, to become one.
    ///
    /// @param kind of the key that they share
    /// @param count how many
    record Ambiguous(long row, long line, String kind, int count) implements Decision {}

    /// Nobody fits, and a name is missing.
    record Nameless(long row) implements Decision {}
  }

  /// A contact, stored or to be added by a row of the file.
  private record Person(Whom whom, @Nullable String externalId) {
    boolean isSame(Person other) {
      return whom.equals(other.whom);
    }

    /// Two ids in one source are two people.
    boolean mayBe(@Nullable String otherId) {
      return externalId == null || otherId == null || externalId.equals(otherId);
    }
  }

  private final List<String> kinds;
  private final SeveralMatches several;
  private final Consumer<Decision> decisions;
  private final Map<String, List<Person>> holders = new HashMap<>();
  private final Joined joined = new Joined();
  private final List<Clue> row = new ArrayList<>();

  /// @param kinds of keys that count besides external ids, in their order
  Resolver(List<String> kinds, SeveralMatches several, Consumer<Decision> decisions) {
    this.kinds = List.copyOf(kinds);
    this.several = several;
    this.decisions = decisions;
  }

  /// @param clue in the order of the rows
  void take(Clue clue) {
    if (!row.isEmpty() && row.getFirst().row() != clue.row()) {
      decide();
    }
    row.add(clue);
  }

  /// To be called once, after the last clue.
  ///
  /// @return who is the same person; what was decided about rows says so only here
  Joined end() {
    if (!row.isEmpty()) {
      decide();
    }
    return joined;
  }

  private void decide() {
    Clue any = row.getFirst();
    List<Person> found = candidates("external", any.externalId());
    String kind = "external";
    for (String next : kinds) {
      if (found.isEmpty()) {
        kind = next;
        found = candidates(kind, any.externalId());
      }
    }
    if (found.size() > 1 && !areTaken(found)) {
      decisions.accept(new Decision.Ambiguous(any.row(), any.line(), kind, found.size()));
    } else if (found.isEmpty() && row.stream().anyMatch(clue -> clue.kind().equals("nameless"))) {
      decisions.accept(new Decision.Nameless(any.row()));
    } else {
      Person person =
          found.isEmpty() ? new Person(Whom.added(any.row()), any.externalId()) : first(found);
      remember(person, any.externalId());
      Whom whom = person.whom();
      long firstRow = whom.contact() == null ? whom.addedBy() : any.row();
      decisions.accept(new Decision.Means(new Target(any.row(), firstRow, whom.contact())));
    }
    row.clear();
  }

  /// Whether it matters not that there are several.
  private boolean areTaken(List<Person> found) {
    return switch (several) {
      case REJECT -> false;
      case CORRECT_FIRST -> true;
      case MERGE -> joined.join(found.stream().map(Person::whom).toList());
    };
  }

  private static Person first(List<Person> people) {
    return Collections.min(people, Comparator.comparing(Person::whom, Whom.OLDEST_FIRST));
  }

  private List<Person> candidates(String kind, @Nullable String externalId) {
    List<Person> found = new ArrayList<>(2);
    for (Clue clue : row) {
      if (!clue.kind().equals(kind)) {
        continue;
      }
      if (clue.contact() != null) {
        addIfNew(found, new Person(Whom.stored(clue.contact()), null));
      } else {
        holders.getOrDefault(name(clue), List.of()).stream()
            .filter(person -> person.mayBe(externalId))
            .forEach(person -> addIfNew(found, person));
      }
    }
    return found;
  }

  private void remember(Person person, @Nullable String externalId) {
    Person kept = person.externalId() == null ? new Person(person.whom(), externalId) : person;
    for (Clue clue : row) {
      if (clue.contact() == null && !clue.kind().equals("nameless")) {
        addIfNew(holders.computeIfAbsent(name(clue), _ -> new ArrayList<>(1)), kept);
      }
    }
  }

  private static void addIfNew(List<Person> people, Person person) {
    if (people.stream().noneMatch(person::isSame)) {
      people.add(person);
    }
  }

  private static String name(Clue clue) {
    return clue.kind() + " " + clue.key();
  }
}
