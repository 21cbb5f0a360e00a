package dev.callbook.customfield;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.directory.Checks;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// What the editor of custom fields posted: the next version as it is so far, and the inputs of the
/// one field that is open.
record EditorPost(MultivaluedMap<String, String> fields) {
  String text(String name) {
    return Objects.requireNonNullElse(fields.getFirst(name), "").replace("\r\n", "\n");
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  UUID schema() {
    return Parse.id("schema", text("schema"));
  }

  /// The version that the author began with.
  int version() {
    return Parse.number("version", text("version"), 0, 0, Integer.MAX_VALUE);
  }

  String name() {
    return text("name");
  }

  /// The key of the field that is open; `+` and a core type for one that is being added; empty for
  /// none.
  String open() {
    return text("open");
  }

  Command command() {
    String[] parts = text("do").split(":", 2);
    return new Command(parts[0], parts.length == 2 ? parts[1] : "");
  }

  /// The button that was pressed. @param what which field, option or type it is about
  record Command(String verb, String what) {
    /// What the button is about as a number; empty where it is none.
    Optional<Integer> place() {
      return what.matches("[0-9]{1,4}") ? Optional.of(Integer.parseInt(what)) : Optional.empty();
    }
  }

  /// The next version so far. Only what the editor itself wrote can be read.
  ///
  /// @throws Invalid naming `draft`
  SchemaSketch sketch(ObjectMapper json) {
    try {
      if (json.readTree(text("draft")) instanceof ObjectNode sent) {
        Checks checks = new Checks();
        ObjectNode document = SchemaChecks.read(checks, "draft", sent);
        checks.refuseIfAny();
        return new SchemaSketch(document);
      }
    } catch (JsonProcessingException unreadable) {
      // falls through to the same refusal
    }
    throw new Invalid("draft", "invalid.value", "draft is no schema's document.");
  }
}
