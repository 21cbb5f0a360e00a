package dev.callbook.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One operation of the public API: a row of `contract/operations.tsv`.
///
/// @param path with its parameters in braces
/// @param query by name, in order
/// @param body the model it takes; empty where it takes none
/// @param answer the model it answers; `void` or `object` where there is none
/// @param permissions without the old aliases
/// @param needsAll whether all of them are needed
record PublicOperation(
    String id,
    String method,
    String path,
    List<Query> query,
    String body,
    String answer,
    Set<String> permissions,
    boolean needsAll) {

  /// @param allowed the values it may have; empty where any
  record Query(String name, String type, boolean required, Set<String> allowed) {}

  static final Path FILE = Path.of("src", "test", "resources", "contract", "operations.tsv");

  /// By method and path. Where one address has several rows, as the token endpoint for each kind of
  /// grant, the first counts.
  static Map<String, PublicOperation> all() {
    try {
      return Files.readAllLines(FILE).stream()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .filter(row -> row[2].startsWith("/"))
          .map(PublicOperation::of)
          .collect(
              Collectors.toMap(
                  operation -> operation.method() + " " + operation.path(),
                  Function.identity(),
                  (first, _) -> first));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublicOperation of(String[] row) {
    String named = row[7].replaceFirst("^(ANY|ALL)\\((.*)\\)$", "$2");
    return new PublicOperation(
        row[0],
        row[1],
        row[2],
        items(row[4], ";").map(PublicOperation::query).toList(),
        row[5],
        row[6],
        items(named, ",")
            .filter(permission -> permission.matches("[\\w]+:\\w+:\\w+"))
            .filter(permission -> !permission.startsWith("relate:"))
            .collect(Collectors.toUnmodifiableSet()),
        row[7].startsWith("ALL("));
  }

  /// `expand:array<string>:optional:identifiers|division`
  private static Query query(String text) {
    String[] parts = text.split(":", 4);
    String says = parts.length < 4 ? "" : parts[3];
    boolean names = says.contains("|") || (parts[0].equals("expand") && !says.isBlank());
    boolean isOrder = says.startsWith("field:direction");
    String values = says.split(",", -1)[0].strip();
    return new Query(
        parts[0],
        parts[1],
        parts[2].equals("required"),
        names && !isOrder ? Set.of(values.split("\\|")) : Set.of());
  }

  private static java.util.stream.Stream<String> items(String text, String separator) {
    return Arrays.stream(text.split(separator)).map(String::strip).filter(item -> !item.isEmpty());
  }
}
