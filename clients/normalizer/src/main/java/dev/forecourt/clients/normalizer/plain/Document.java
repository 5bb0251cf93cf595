package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document as it is written, and what its references lead to. */
final class Document {
  private final ObjectNode root;

  Document(ObjectNode root) {
    this.root = root;
  }

  ObjectNode root() {
    return root;
  }

  /** What a reference leads to; null if there is nothing. */
  @Nullable JsonNode at(String reference) {
    if (!reference.startsWith("#")) {
      return null;
    }
    String pointer = reference.substring(1);
    JsonNode at = root;
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      String name = decoded(step);
      at =
          at.isArray()
              ? at.path(name.matches("[0-9]{1,6}") ? Integer.parseInt(name) : -1)
              : at.path(name);
    }
    return at.isMissingNode() ? null : at;
  }

  private static String decoded(String step) {
    String plain = step;
    if (step.contains("%")) {
      try {
        plain = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        plain = step; // a percent sign that encodes nothing
      }
    }
    return plain.replace("~1", "/").replace("~0", "~");
  }

  /** The node, its references followed; nothing for one that leads nowhere or in a circle. */
  JsonNode resolved(JsonNode node) {
    Set<String> seen = new HashSet<>();
    JsonNode at = node;
    while (at.isObject() && at.path("$ref").isTextual()) {
      String reference = at.path("$ref").asText();
      JsonNode target = seen.add(reference) ? at(reference) : null;
      if (target == null) {
        return MissingNode.getInstance();
      }
      at = target;
    }
    return at;
  }
}
