package dev.callbook.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that say what an answer, the routes or the schema must be, and that change only on
/// purpose: run the test with `-Dgolden.accept=true`, then read what changed before committing it.
///
/// @param folder where they stand
public record Golden(Path folder) {
  private static final boolean ACCEPT = Boolean.getBoolean("golden.accept");

  /// Those beside a test, among the test resources.
  public static Golden beside(Class<?> test) {
    return new Golden(Path.of("src", "test", "resources", test.getPackageName().replace('.', '/')));
  }

  /// Those in `docs/`.
  public static Golden inDocs() {
    return new Golden(Path.of("docs"));
  }

  /// Compares, or accepts.
  public void compare(String file, String actual) {
    Path path = folder.resolve(file);
    try {
      if (ACCEPT) {
        Files.createDirectories(folder);
        Files.writeString(path, actual);
        return;
      }
      if (!Files.exists(path)) {
        fail(path + " is missing. Accept it with -Dgolden.accept=true. It would hold:\n" + actual);
      }
      assertEquals(
          Files.readString(path),
          actual,
          () -> path + " says otherwise. If the change is meant, accept it: -Dgolden.accept=true");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
