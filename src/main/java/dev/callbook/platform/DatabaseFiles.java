package dev.callbook.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// The files of the embedded database: what `initdb` makes, with one user, one database and a
/// password.
record DatabaseFiles(Path folder, PostgresUser user) {
  static final String USER = "callbook";

  private static final String FOLDER = "database";
  private static final String PASSWORD = "callbook.password";
  private static final int PASSWORD_BYTES = 24;

  /// Where the files are or will be.
  static DatabaseFiles in(DataFolder data) throws IOException {
    Path folder = data.path().resolve(FOLDER);
    return new DatabaseFiles(folder, PostgresUser.of(folder));
  }

  /// Makes the files unless they are there; all of them or none.
  void makeIfAbsent(DataFolder data, PostgresBinaries binaries) throws IOException {
    if (!Files.exists(folder)) {
      data.make(FOLDER, empty -> fill(empty, binaries));
    }
  }

  String password() throws IOException {
    return Files.readString(folder.resolve(PASSWORD));
  }

  private void fill(Path empty, PostgresBinaries binaries) throws IOException {
    user.own(empty);
    initialise(empty, binaries);
    String password = randomPassword();
    // One statement a line: the single-user mode of PostgreSQL ends a statement at the end of the
    // line.
    run(
        List.of(binaries.program("postgres"), "--single", "-D", empty.toString(), "postgres"),
        "alter role %s password '%s'\ncreate database %s\n".formatted(USER, password, USER));
    Files.writeString(empty.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    Path secret = empty.resolve(PASSWORD);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, password);
    user.own(secret);
  }

  /// Texts sort and compare by code point, on every machine and after every upgrade of its
  /// libraries alike, so no index ever goes stale; what a person takes for equal is the code's
  /// business. The character types still are Unicode's: with the plain "C" ones, trigrams of any
  /// script but Latin would be lost.
  private void initialise(Path empty, PostgresBinaries binaries) throws IOException {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    run(
        List.of(
            binaries.program("initdb"),
            "-D",
            empty.toString(),
            "--username=" + USER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--lc-ctype=" + (mac ? "en_US.UTF-8" : "C.UTF-8"),
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"),
        "");
  }

  private void run(List<String> command, String input) throws IOException {
    Commands.Outcome outcome = Commands.run(user.command(command), input);
    if (outcome.status() != 0) {
      throw new IOException(outcome.lastLine());
    }
  }

  private static String randomPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
