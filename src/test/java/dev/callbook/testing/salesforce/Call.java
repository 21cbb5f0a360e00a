package dev.callbook.testing.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A request as it came in.
///
/// @param path still encoded
/// @param query its parameters, decoded
/// @param headers by their names in small letters
public record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Map<String, String> form(String encoded) {
    Map<String, String> values = new TreeMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return Collections.unmodifiableMap(values);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /// The parts of the path behind `/services/data/vNN.N`, decoded.
  List<String> parts() {
    return List.of(path.split("/", -1)).stream()
        .skip(4)
        .filter(part -> !part.isEmpty())
        .map(Call::decode)
        .toList();
  }

  /// `63.0` of `/services/data/v63.0/…`.
  String version() {
    return path.split("/", -1)[3].substring(1);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /// @throws ApiError `JSON_PARSER_ERROR`
  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new ApiError(400, "JSON_PARSER_ERROR", e.getOriginalMessage());
    }
  }
}
