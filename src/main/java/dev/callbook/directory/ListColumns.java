package dev.callbook.directory;

import dev.callbook.access.Scope;
import dev.callbook.web.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The columns of lists as each person arranged them. An arrangement is no record: it has no entry
/// in the change log.
@ApplicationScoped
public class ListColumns {
  private static final int MAX = 100;

  private final ListColumnStore store;

  ListColumns(ListColumnStore store) {
    this.store = store;
  }

  /// The lists there are.
  public enum Kind {
    CONTACTS,
    ORGANIZATIONS;

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// The keys of the columns that the caller's list shows, in order.
  ///
  /// @param usual those it shows where nothing was arranged
  /// @param known those there are; others were chosen once and are left out
  public List<String> shown(Scope scope, Kind kind, List<String> usual, Set<String> known) {
    UUID user = scope.actor().idOrNull();
    List<String> chosen = user == null ? usual : store.find(scope, user, kind.word()).orElse(usual);
    List<String> shown = chosen.stream().filter(known::contains).toList();
    return shown.isEmpty() ? usual : shown;
  }

  /// Keeps an arrangement.
  ///
  /// @param columns those to show, in order
  /// @param known those there are; others are left out
  public void arrange(Scope scope, Kind kind, List<String> columns, Set<String> known) {
    UUID user = scope.actor().idOrNull();
    List<String> kept =
        new ArrayList<>(
            new LinkedHashSet<>(columns.stream().filter(known::contains).limit(MAX).toList()));
    if (user != null && !kept.isEmpty()) {
      store.put(scope, user, kind.word(), kept);
    }
  }

  /// All columns as the form offers them, those that are shown first, in their order.
  ///
  /// @param titles of all there are, by key
  /// @param shown the keys of those that are shown
  public static List<Choice> choices(Map<String, String> titles, List<String> shown) {
    return Stream.concat(
            shown.stream(), titles.keySet().stream().filter(key -> !shown.contains(key)))
        .map(key ->
            new Choice(key, Objects.requireNonNullElse(titles.get(key), key), shown.contains(key)))
        .toList();
  }
}
