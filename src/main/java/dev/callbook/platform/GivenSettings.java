package dev.callbook.platform;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// The settings somebody gave, by key; a later place overrides an earlier one. Every key is one of
/// the known ones.
final class GivenSettings {
  private static final String PREFIX = "callbook.";

  /// A value and where it stands, in words for the operator.
  record Given(String key, String value, String origin) {}

  private final KnownSettings known;
  private final Map<String, Given> byKey = new LinkedHashMap<>();

  GivenSettings(KnownSettings known) {
    this.known = known;
  }

  Collection<Given> all() {
    return byKey.values();
  }

  void addFile(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw CannotStart.badSetting("cannot read " + file.toAbsolutePath() + ": " + e.getMessage());
    }
    for (String key : properties.stringPropertyNames()) {
      add(key, properties.getProperty(key), "in " + file.getFileName());
    }
  }

  /// An empty variable counts as unset: container files pass on variables their user never filled
  /// in.
  void addEnvironment(Map<String, String> environment) {
    environment.forEach((name, value) -> {
      if (KnownSettings.isVariable(name)) {
        String origin = "environment variable " + name;
        String key = known.ofVariable(name).orElseThrow(() -> unknown(name, origin));
        if (!value.isBlank()) {
          add(key, value, origin);
        }
      }
    });
  }

  void addSystem(Properties system) {
    for (String key : system.stringPropertyNames()) {
      if (key.startsWith(PREFIX)) {
        add(key, system.getProperty(key), "-D" + key);
      }
    }
  }

  void addArguments(String... arguments) {
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 0) {
        throw CannotStart.badSetting(
            "cannot read the argument " + argument + ": a setting is given as --key=value");
      }
      String name = argument.substring(2, equals);
      String key = name.startsWith(PREFIX) ? name : PREFIX + name;
      add(key, argument.substring(equals + 1), "argument --" + name);
    }
  }

  private void add(String key, String value, String origin) {
    if (!known.contains(key)) {
      throw unknown(key, origin);
    }
    byKey.put(key, new Given(key, value, origin));
  }

  private CannotStart unknown(String name, String origin) {
    return CannotStart.badSetting(
        "unknown setting %s (%s); the nearest is %s".formatted(name, origin, known.nearest(name)));
  }
}
