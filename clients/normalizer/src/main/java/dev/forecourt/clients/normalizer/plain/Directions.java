package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Marks the components that only requests are made of with {@code x-direction: request}: their
 * {@code build()} refuses what the contract refuses, as nobody reads them from an answer.
 */
final class Directions {
  private final ObjectNode components;

  Directions(ObjectNode components) {
    this.components = components;
  }

  /**
   * Marks them.
   *
   * @param others what is read beside the answers in the paths
   */
  void mark(ObjectNode paths, ArrayNode others) {
    Set<String> sent = new LinkedHashSet<>();
    Set<String> read = new LinkedHashSet<>();
    collect(others, read);
    for (JsonNode item : paths) {
      for (JsonNode operation : item) {
        collect(operation.path("requestBody"), sent);
        collect(operation.path("parameters"), sent);
        collect(operation.path("responses"), read);
      }
    }
    sent.removeAll(read);
    for (String name : sent) {
      if (!components.path(name).has("x-choice")) {
        ((ObjectNode) components.get(name)).put("x-direction", "request");
      }
    }
  }

  private void collect(JsonNode node, Set<String> names) {
    String reference = node.path("$ref").asText("");
    if (reference.startsWith(Schemas.COMPONENTS)) {
      String name = reference.substring(Schemas.COMPONENTS.length());
      if (components.has(name) && names.add(name)) {
        collect(components.get(name), names);
      }
    }
    // the choice that an object is one of
    for (JsonNode each : node.path("x-implements")) {
      if (components.has(each.asText()) && names.add(each.asText())) {
        collect(components.get(each.asText()), names);
      }
    }
    node.forEach(each -> collect(each, names));
  }
}
