package dev.callbook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The project's own files, for tests that hold them against each other.
public final class SourceFiles {
  private SourceFiles() {}

  /// Every file below `folder` whose name ends in `ending`, in the order of their paths.
  public static List<Path> find(String folder, String ending) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The contents of [#find].
  public static List<String> texts(String folder, String ending) {
    return find(folder, ending).stream().map(SourceFiles::text).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
