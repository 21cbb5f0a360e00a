package dev.callbook.sdk;

import dev.callbook.testing.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The operations of the public API, as `contract/operations.tsv` lists them.
final class Operations {
  private static final Path LIST =
      Path.of("src", "test", "resources", "contract", "operations.tsv");

  /// One operation.
  ///
  /// @param id such as `getExternalcontactsContact`
  /// @param isOurs whether it belongs to external contacts; else a neighbour needed for them
  record Operation(String id, String method, String path, boolean isOurs) {
    /// What it has in common with a route of ours, which may name its parameters otherwise.
    String key() {
      return Operations.key(method, path);
    }

    boolean isServed() {
      return SERVED.contains(key());
    }
  }

  private static final Set<String> SERVED =
      Routes.ofApi().stream()
          .map(route -> key(route.method(), route.path()))
          .collect(Collectors.toUnmodifiableSet());

  private static final List<Operation> ALL = read();

  private Operations() {}

  static List<Operation> all() {
    return ALL;
  }

  /// The ids of those that clients called, as `METHOD path`.
  static List<String> idsOf(Set<String> calls) {
    Set<String> keys =
        calls.stream()
            .map(call -> call.split(" ", 2))
            .map(call -> key(call[0], call[1]))
            .collect(Collectors.toUnmodifiableSet());
    return ALL.stream()
        .filter(operation -> keys.contains(operation.key()))
        .map(Operation::id)
        .sorted()
        .toList();
  }

  private static String key(String method, String path) {
    return method + " " + path.replaceAll("\\{[^}]*}", "{}");
  }

  private static List<Operation> read() {
    try {
      return Files.readAllLines(LIST).stream()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(cell -> new Operation(cell[0], cell[1], cell[2], cell[8].startsWith("[a]")))
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
