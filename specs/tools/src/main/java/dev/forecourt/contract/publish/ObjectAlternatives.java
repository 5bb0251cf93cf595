package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the properties beside "a value, or an object" into the object: tools take them for
 * properties of the value too, and make a type that no answer has.
 */
final class ObjectAlternatives {

  private static final List<String> OF_OBJECTS =
      List.of("properties", "required", "additionalProperties", "minProperties", "maxProperties");

  private ObjectAlternatives() {}

  static void rewrite(ObjectNode schema) {
    if (!schema.has("properties")) {
      return;
    }
    for (String keyword : List.of("anyOf", "oneOf")) {
      List<ObjectNode> objects = new ArrayList<>();
      for (JsonNode each : schema.path(keyword)) {
        if (each.path("type").asText().equals("object")) {
          objects.add((ObjectNode) each);
        }
      }
      // whatever else an alternative is, these keywords say something of objects only
      if (objects.size() == 1 && OF_OBJECTS.stream().noneMatch(objects.get(0)::has)) {
        OF_OBJECTS.stream()
            .filter(schema::has)
            .forEach(each -> objects.get(0).set(each, schema.remove(each)));
        return;
      }
    }
  }
}
