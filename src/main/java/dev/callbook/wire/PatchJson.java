package dev.callbook.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// A record's JSON as a tree for [Patch], and back. Here an unknown field is refused: a path that
/// leads nowhere is a typo.
@ApplicationScoped
public class PatchJson {
  private final ObjectMapper json;

  PatchJson(ObjectMapper json) {
    this.json = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  public ObjectNode tree(Object entity) {
    return json.valueToTree(entity);
  }

  /// @throws Invalid naming `changes` if there is no body
  public Patch present(@Nullable Patch body) {
    if (body == null) {
      throw new Invalid("changes", "required", "changes must hold at least one change.");
    }
    return body;
  }

  /// @throws Invalid naming the field that does not exist or has the wrong type
  public <T> T read(ObjectNode tree, Class<T> type) {
    try {
      return json.treeToValue(tree, type);
    } catch (UnrecognizedPropertyException unknown) {
      throw new Invalid(
          JsonErrors.path(unknown.getPath()),
          "unknown",
          "There is no field " + JsonErrors.path(unknown.getPath()) + ".");
    } catch (JsonProcessingException wrong) {
      throw JsonErrors.refusal(wrong);
    }
  }
}
