package dev.callbook.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The longest texts that the public API's models allow, read from `contract/models.json`.
public final class Limits {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode MODELS = read();

  /// References to records that stand elsewhere; what is in them is not written through them.
  private static final Set<String> ELSEWHERE =
      Set.of(
          "ExternalOrganization",
          "WritableStarrableDivision",
          "DataSchema",
          "ExternalSource",
          "ExternalId",
          "ContactIdentifier",
          "Trustor",
          "User",
          "ExternalOrganizationIdentifier");

  /// Set by the server, whatever is sent.
  private static final Set<String> OURS = Set.of("PhoneNumber.countryCode");

  private Limits() {}

  /// One text that may not be longer.
  ///
  /// @param field as refusals name it: `lineId.ids[0].userId`
  /// @param max how many characters
  /// @param format `email` or nothing
  public record Limit(String field, int max, String format) {
    /// A body with the field at a length. @param base the rest of the body
    public String body(String base, int length) {
      try {
        ObjectNode body = (ObjectNode) JSON.readTree(base);
        put(body, field.split("\\.", -1), 0, text(length));
        return body.toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// A valid text of a length.
    private String text(int length) {
      if (format.equals("email")) {
        return "a".repeat(length - "@b.example".length()) + "@b.example";
      }
      if (field.endsWith("Url")) {
        return "https://b.example/" + "a".repeat(length - "https://b.example/".length());
      }
      return (field.endsWith("display") ? "1" : "a").repeat(length);
    }

    private static void put(ObjectNode at, String[] path, int step, String value) {
      boolean isList = path[step].endsWith("[0]");
      String name = path[step].replace("[0]", "");
      if (step == path.length - 1) {
        at.put(name, value);
        return;
      }
      ObjectNode next = JSON.createObjectNode();
      if (isList) {
        ArrayNode list = at.putArray(name);
        list.add(next);
      } else {
        at.set(name, next);
      }
      put(next, path, step + 1, value);
    }

    @Override
    public String toString() {
      return field + " " + max;
    }
  }

  /// Every text of a model that has a limit, those of its parts included.
  public static List<Limit> of(String model) {
    List<Limit> limits = new ArrayList<>();
    collect(model, "", limits);
    return limits;
  }

  private static void collect(String model, String prefix, List<Limit> into) {
    JsonNode fields = MODELS.path(model).path("fields");
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      JsonNode says = field.getValue();
      String name = prefix + field.getKey();
      if (says.path("readOnly").asBoolean() || OURS.contains(model + "." + field.getKey())) {
        continue;
      }
      String part = says.path("$ref").asText();
      String items = says.path("items").path("$ref").asText();
      if (!part.isEmpty() && !ELSEWHERE.contains(part)) {
        collect(part, name + ".", into);
      } else if (!items.isEmpty() && !ELSEWHERE.contains(items)) {
        collect(items, name + "[0].", into);
      } else if (part.isEmpty() && says.has("maxLength")) {
        into.add(new Limit(name, says.path("maxLength").asInt(), says.path("format").asText()));
      }
    }
  }

  private static JsonNode read() {
    try (InputStream models = Limits.class.getResourceAsStream("/contract/models.json")) {
      return JSON.readTree(Objects.requireNonNull(models)).path("models");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
