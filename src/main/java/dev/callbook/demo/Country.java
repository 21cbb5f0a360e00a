package dev.callbook.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SplittableRandom;

/// What people and companies of one country look like, from `demo/countries.properties`.
///
/// @param code ISO 3166
/// @param callingCode what its numbers begin with abroad
/// @param share how many of a hundred people come from here
/// @param streets `#` is the house number
/// @param firms with `{family}`, `{city}` and `{trade}` to fill in
/// @param land national numbers that no subscriber has; `#` is a digit
/// @param mobile the same, of mobile telephones
record Country(
    String code,
    int callingCode,
    int share,
    List<Name> given,
    List<Name> family,
    List<City> cities,
    List<String> streets,
    List<String> firms,
    List<Trade> trades,
    List<String> land,
    List<String> mobile) {
  private static final String FILE = "demo/countries.properties";

  /// @param postalCode `#` is a digit
  record City(String name, String state, String postalCode) {}

  /// @param word how a firm's name says it
  record Trade(String word, String industry) {}

  /// All of them, the same order each time: it is part of the data.
  static List<Country> all() {
    Properties file = read();
    return file.stringPropertyNames().stream()
        .filter(key -> key.endsWith(".share"))
        .map(key -> key.substring(0, key.indexOf('.')))
        .sorted()
        .map(code -> of(code, file))
        .toList();
  }

  /// One of them, by its share.
  static Country pick(List<Country> all, SplittableRandom dice) {
    int left = dice.nextInt(all.stream().mapToInt(Country::share).sum());
    for (Country country : all) {
      left -= country.share();
      if (left < 0) {
        return country;
      }
    }
    throw new IllegalStateException("the shares are those that were summed");
  }

  private static Country of(String code, Properties file) {
    return new Country(
        code,
        Integer.parseInt(text(file, code, "code")),
        Integer.parseInt(text(file, code, "share")),
        list(file, code, "given", " ").stream().map(Name::read).toList(),
        list(file, code, "family", " ").stream().map(Name::read).toList(),
        list(file, code, "cities", "\\|").stream().map(Country::city).toList(),
        list(file, code, "streets", "\\|"),
        list(file, code, "firms", "\\|"),
        list(file, code, "trades", "\\|").stream().map(Country::trade).toList(),
        list(file, code, "land", "\\|"),
        list(file, code, "mobile", "\\|"));
  }

  private static City city(String text) {
    String[] parts = text.split(",", 3);
    return new City(parts[0], parts[1], parts[2]);
  }

  private static Trade trade(String text) {
    String[] parts = text.split("=", 2);
    return new Trade(parts[0], parts[1]);
  }

  private static List<String> list(Properties file, String code, String key, String separator) {
    return Arrays.stream(text(file, code, key).split(separator, -1)).toList();
  }

  private static String text(Properties file, String code, String key) {
    return Objects.requireNonNull(file.getProperty(code + "." + key), code + "." + key);
  }

  private static Properties read() {
    Properties file = new Properties();
    try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE);
        InputStreamReader reader =
            new InputStreamReader(
                Objects.requireNonNull(in, "not in the build: " + FILE), StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return file;
  }
}
