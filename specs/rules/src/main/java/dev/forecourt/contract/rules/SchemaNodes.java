package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Every object of a contract that may be a schema, wherever it stands. */
final class SchemaNodes {

  // values, not schemas: an example may well have a member that is called pattern
  private static final Set<String> VALUES = Set.of("example", "examples", "default", "enum");

  private SchemaNodes() {}

  /** Gets one of them, the file that it stands in as failures print it, and its path of keys. */
  interface Visitor {
    void visit(String file, String place, JsonNode schema);
  }

  static void forEach(Contract contract, Visitor visitor) {
    contract
        .files()
        .forEach(
            (file, node) -> {
              String label = contract.label(file);
              if (!label.matches("[^/]+/(evidence|components/examples)/.*")) {
                walk(label, "", node, visitor);
              }
            });
  }

  private static void walk(String file, String place, JsonNode node, Visitor visitor) {
    if (node.isObject()) {
      visitor.visit(file, place.isEmpty() ? "the top" : place, node);
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        // under properties these are names like any other
        if (!VALUES.contains(each.getKey()) || place.endsWith("properties")) {
          walk(file, join(place, each.getKey()), each.getValue(), visitor);
        }
      }
    } else {
      for (int i = 0; i < node.size(); i++) {
        walk(file, join(place, String.valueOf(i)), node.get(i), visitor);
      }
    }
  }

  private static String join(String place, String key) {
    return place.isEmpty() ? key : place + "/" + key;
  }
}
