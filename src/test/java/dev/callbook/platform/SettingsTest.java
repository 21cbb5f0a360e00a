package dev.callbook.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final List<Class<?>> MAPPINGS =
      List.of(ServerSettings.class, DatabaseSettings.class, VaultSettings.class);

  @TempDir Path folder;

  private final Properties system = new Properties();

  @Test
  void without_any_the_defaults_hold() throws Exception {
    ServerSettings server = read(Map.of()).get(ServerSettings.class);

    assertEquals(8080, server.port());
    assertEquals(Path.of("data"), server.data());
    assertEquals(Optional.empty(), server.publicUrl());
  }

  @Test
  void arguments_win_over_properties_over_environment_over_the_file() throws Exception {
    file(
        """
        callbook.port=1
        callbook.data=file
        callbook.database.user=file
        callbook.database.url=file
        """);
    Map<String, String> environment =
        Map.of("CALLBOOK_PORT", "2", "CALLBOOK_DATA", "env", "CALLBOOK_DATABASE_USER", "env");
    system.setProperty("callbook.port", "3");
    system.setProperty("callbook.data", "system");

    Settings settings = read(environment, "--port=4");

    assertEquals(4, settings.get(ServerSettings.class).port());
    assertEquals(Path.of("system"), settings.get(ServerSettings.class).data());
    assertEquals(Optional.of("env"), settings.get(DatabaseSettings.class).user());
    assertEquals(Optional.of("file"), settings.get(DatabaseSettings.class).url());
  }

  @Test
  void an_argument_may_have_the_whole_name_and_an_equals_sign_in_its_value() throws Exception {
    Settings settings = read(Map.of(), "--callbook.database.url=jdbc:postgresql://db/c?a=b");

    assertEquals(
        Optional.of("jdbc:postgresql://db/c?a=b"), settings.get(DatabaseSettings.class).url());
  }

  @Test
  void an_empty_environment_variable_is_unset() throws Exception {
    Settings settings = read(Map.of("CALLBOOK_PORT", "", "CALLBOOK_DATABASE_URL", " "));

    assertEquals(8080, settings.get(ServerSettings.class).port());
    assertEquals(Optional.empty(), settings.get(DatabaseSettings.class).url());
  }

  @Test
  void the_case_of_an_environment_variable_does_not_matter() throws Exception {
    assertEquals(9, read(Map.of("callbook_Port", "9")).get(ServerSettings.class).port());
    assertEquals(
        "unknown setting callbook_prot (environment variable callbook_prot);"
            + " the nearest is callbook.port",
        refused(Map.of("callbook_prot", "9")));
  }

  @Test
  void other_peoples_environment_variables_are_theirs() throws Exception {
    assertEquals(
        8080, read(Map.of("PORT", "1", "XCALLBOOK_PORT", "2")).get(ServerSettings.class).port());
  }

  @Test
  void an_unknown_key_is_refused_wherever_it_stands() throws Exception {
    assertEquals(
        "unknown setting CALLBOOK_DATABASE_URI (environment variable CALLBOOK_DATABASE_URI);"
            + " the nearest is callbook.database.url",
        refused(Map.of("CALLBOOK_DATABASE_URI", "")));
    assertEquals(
        "unknown setting callbook.databse.user (argument --databse.user);"
            + " the nearest is callbook.database.user",
        refused(Map.of(), "--databse.user=x"));
    system.setProperty("callbook.publicurl", "x");
    assertEquals(
        "unknown setting callbook.publicurl (-Dcallbook.publicurl);"
            + " the nearest is callbook.public-url",
        refused(Map.of()));
    file("callbook.Port=1");
    assertEquals(
        "unknown setting callbook.Port (in callbook.properties); the nearest is callbook.port",
        refused(Map.of()));
  }

  @Test
  void a_secret_key_that_could_be_guessed_is_refused_and_not_repeated() throws Exception {
    String reason = refused(Map.of("CALLBOOK_SECRET_KEY", "swordfish"));

    assertEquals(
        "bad setting callbook.secret-key (environment variable CALLBOOK_SECRET_KEY): shorter than 20 characters",
        reason);
  }

  @Test
  void a_file_that_cannot_be_read_is_refused() throws Exception {
    Path file = Files.createDirectory(folder.resolve("callbook.properties"));

    assertEquals("cannot read " + file + ": Is a directory", refused(Map.of()));
  }

  @Test
  void a_value_with_a_dollar_sign_means_itself_to_the_server() {
    assertEquals("a\\${b}c", Settings.literal("a${b}c"));
  }

  private void file(String text) throws Exception {
    Files.writeString(folder.resolve("callbook.properties"), text);
  }

  private Settings read(Map<String, String> environment, String... arguments) {
    return Settings.read(
        MAPPINGS, folder.resolve("callbook.properties"), environment, system, arguments);
  }

  private String refused(Map<String, String> environment, String... arguments) {
    CannotStart refusal = assertThrows(CannotStart.class, () -> read(environment, arguments));
    assertEquals(2, refusal.exitCode());
    return String.valueOf(refusal.getMessage());
  }
}
