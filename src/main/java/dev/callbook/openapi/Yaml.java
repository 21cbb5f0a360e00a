package dev.callbook.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/// JSON as YAML, in blocks. Texts and names stay in JSON's quotes, which YAML reads alike. Source:
/// YAML 1.2, section 1.3.
final class Yaml {
  private Yaml() {}

  static String of(JsonNode tree) {
    StringBuilder text = new StringBuilder();
    write(tree, 0, text);
    return text.append('\n').toString();
  }

  private static void write(JsonNode node, int depth, StringBuilder text) {
    if (node.isObject() && !node.isEmpty()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        newLine(depth, text).append(JsonNodeFactory.instance.textNode(field.getKey())).append(':');
        value(field.getValue(), depth, text);
      }
    } else if (node.isArray() && !node.isEmpty()) {
      for (JsonNode item : node) {
        newLine(depth, text).append('-');
        value(item, depth, text);
      }
    } else {
      text.append(node);
    }
  }

  private static void value(JsonNode value, int depth, StringBuilder text) {
    if (value.isContainerNode() && !value.isEmpty()) {
      write(value, depth + 1, text);
    } else {
      text.append(' ').append(value);
    }
  }

  private static StringBuilder newLine(int depth, StringBuilder text) {
    return text.isEmpty() ? text : text.append('\n').append("  ".repeat(depth));
  }
}
