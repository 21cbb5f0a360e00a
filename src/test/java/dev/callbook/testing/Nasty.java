package dev.callbook.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Requests that no well-meaning client sends.
public final class Nasty {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_SPOILT = 300;
  private static final String LONG = "x".repeat(50_000);

  /// Values in JSON that no field expects, or that a database chokes on.
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "0.5",
          "12345678901234567890123",
          "1e400",
          "-1e-400",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udc00x\"",
          "\"\\uffff\"",
          "\"' or 1=1 --\"",
          "\"%_\\\\\"",
          "\"${jndi:ldap://x}\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[{}]",
          "[\"\"]",
          "{\"a\": null}",
          "{\"id\": {}}",
          "{\"id\": \"*\"}",
          "{\"id\": \"x\"}",
          "{\"ids\": [null]}",
          "[{\"value\": \"\\u0000\"}]",
          "{\"display\": \"\\u0000\"}",
          "{\"display\": \"1\", \"extension\": 9223372036854775807}",
          "\"" + LONG + "\"",
          "[" + "[".repeat(500) + "]".repeat(500) + "]",
          "{\"a\": \"\\u0000\"}",
          "{\"\\u0000\": 1}",
          "{\"a\": \"\\ud800\"}",
          "{\"a\": 1e99999}");

  private static final List<String> TEXTS =
      List.of(
          "%00",
          "%ff%fe",
          "%c3%28",
          "%ed%a0%80",
          "..%2F..",
          "%2F",
          "%20",
          "-1",
          "0",
          "NaN",
          "*",
          "null",
          "%27%20or%201%3D1--",
          "%25",
          "a".repeat(2_000),
          "9999999999999999999",
          "1e3",
          "%F0%9F%98%80",
          ",,,",
          "019ab0f6-7c00-7000-8000-00000000000g");

  private Nasty() {}

  /// Ends of paths and values of query parameters, percent-encoded as far as HTTP needs it.
  public static List<String> texts() {
    return TEXTS;
  }

  /// Bodies made from a valid one: no JSON, the wrong JSON, and the right one with one value
  /// spoilt.
  public static Stream<byte[]> bodies(String valid) {
    Stream<String> whole =
        Stream.concat(
            VALUES.stream(),
            Stream.of(
                "",
                " ",
                "{",
                "}",
                "[",
                "{\"a\"",
                "{\"a\":}",
                "nul",
                "{'a': 1}",
                "{\"a\": 1,}",
                valid + valid,
                valid.substring(0, valid.length() / 2),
                "\ufeff" + valid,
                "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
                "1".repeat(10_000)));
    Stream<byte[]> binary =
        Stream.of(
            new byte[] {0},
            new byte[] {(byte) 0xff, (byte) 0xfe, 0},
            new byte[] {(byte) 0xc3},
            "{\"firstName\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
            valid.getBytes(StandardCharsets.UTF_16));
    return Stream.concat(
        Stream.concat(whole, spoilt(valid)).map(body -> body.getBytes(StandardCharsets.UTF_8)),
        binary);
  }

  /// Of all fields with all values a few hundred, the same each time.
  private static Stream<String> spoilt(String valid) {
    JsonNode body = read(valid);
    List<String> all =
        pointers(body, "")
            .flatMap(pointer -> VALUES.stream().map(value -> with(valid, pointer, value)))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(all, new Random(valid.length()));
    return all.stream().limit(MAX_SPOILT);
  }

  private static Stream<String> pointers(JsonNode node, String at) {
    Stream<String> below =
        node.isObject()
            ? node.properties().stream()
                .flatMap(field -> pointers(field.getValue(), at + "/" + field.getKey()))
            : node.isArray()
                ? Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                    .flatMap(i -> pointers(node.get(i), at + "/" + i))
                : Stream.empty();
    return at.isEmpty() ? below : Stream.concat(Stream.of(at), below);
  }

  /// Put in as text, since some values have no place in a tree.
  private static String with(String valid, String pointer, String value) {
    String mark = "\"spoilt\"";
    JsonNode body = read(valid);
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = body.at(pointer.substring(0, slash));
    String name = pointer.substring(slash + 1);
    if (parent instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
      object.put(name, "spoilt");
    } else if (parent instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
      array.set(Integer.parseInt(name), "spoilt");
    }
    return body.toString().replace(mark, value);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
