package dev.callbook.platform;

import dev.callbook.platform.GivenSettings.Given;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.Converter;

/// The settings under `callbook.`, read and checked before anything else starts.
///
/// They come from, the first winning: arguments (`--port=9000`, or `--callbook.port=9000`), system
/// properties, environment (`CALLBOOK_PORT`), `callbook.properties` in the working directory. A key
/// nobody knows stops the start wherever it comes from: a misspelt setting that is silently ignored
/// is a server that runs with the wrong one.
public final class Settings {
  private static final int ORDINAL = 100;

  /// Above the priority of the converters that come with the library.
  private static final int OWN_CONVERTER = 200;

  private final GivenSettings given;
  private final SmallRyeConfig config;

  private Settings(GivenSettings given, SmallRyeConfig config) {
    this.given = given;
    this.config = config;
  }

  /// Reads this process' settings.
  ///
  /// @param mappings the `@ConfigMapping`s of all features
  /// @throws CannotStart naming the key, if one is unknown or its value is bad
  public static Settings of(List<Class<?>> mappings, String... arguments) {
    Path file = Path.of("callbook.properties");
    return read(mappings, file, System.getenv(), System.getProperties(), arguments);
  }

  static Settings read(
      List<Class<?>> mappings,
      Path file,
      Map<String, String> environment,
      Properties system,
      String... arguments) {
    List<ConfigClass> classes = mappings.stream().map(ConfigClass::configClass).toList();
    Set<String> keys =
        classes.stream()
            .flatMap(c -> c.getProperties().keySet().stream())
            .collect(Collectors.toSet());
    GivenSettings given = new GivenSettings(new KnownSettings(keys));
    given.addFile(file);
    given.addEnvironment(environment);
    given.addSystem(system);
    given.addArguments(arguments);
    return new Settings(given, check(classes, given));
  }

  /// One feature's settings.
  public <T> T get(Class<T> mapping) {
    return config.getConfigMapping(mapping);
  }

  /// Hands the settings to the server, whose own reading of environment and files is laxer.
  public void publish() {
    given.all().forEach(g -> System.setProperty(g.key(), literal(g.value())));
  }

  /// A value as the server has to be given it: for itself `${name}` stands for another setting, but
  /// a password may contain just that.
  static String literal(String value) {
    return value.replace("$", "\\$");
  }

  private static SmallRyeConfig check(List<ConfigClass> classes, GivenSettings given) {
    Map<String, String> values =
        given.all().stream().collect(Collectors.toMap(Given::key, Given::value));
    Converter<Boolean> trueOrFalse = Settings::trueOrFalse;
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(values, "callbook", ORDINAL))
            .withConverter(Boolean.class, OWN_CONVERTER, trueOrFalse);
    classes.forEach(builder::withMapping);
    try {
      return builder.build();
    } catch (ConfigValidationException e) {
      throw badValue(e.getProblem(0).getMessage(), given);
    }
  }

  private static Boolean trueOrFalse(String text) {
    return switch (text.strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  /// Puts the library's sentence into the operator's words: which setting, where it stands, what is
  /// wrong with it.
  private static CannotStart badValue(String problem, GivenSettings given) {
    String reason = problem.replaceFirst("(?s).*(SRCFG\\d+: |whilst being converted )", "");
    return given.all().stream()
        .filter(g -> problem.contains(" " + g.key() + " "))
        .findFirst()
        .map(g -> "bad setting %s (%s): %s".formatted(g.key(), g.origin(), reason))
        .map(CannotStart::badSetting)
        .orElseGet(() -> CannotStart.badSetting("bad setting: " + reason));
  }
}
