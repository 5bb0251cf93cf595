package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Every schema of a document, the inner ones before those that hold them. */
final class SchemaWalk {

  // members whose values are schemas by name, lists of schemas, and schemas
  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "$defs", "dependentSchemas");
  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> SINGLE =
      Set.of(
          "items",
          "not",
          "additionalProperties",
          "if",
          "then",
          "else",
          "contains",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties");
  // values of a contract that may look like schemas and are none
  private static final Set<String> VALUES =
      Set.of("example", "examples", "default", "enum", "const");

  private SchemaWalk() {}

  static void forEach(ObjectNode document, Consumer<ObjectNode> visitor) {
    document.at("/components/schemas").forEach(each -> schema(each, visitor));
    outside(document, visitor);
  }

  /** Looks for {@code schema} members outside of schemas. */
  private static void outside(JsonNode node, Consumer<ObjectNode> visitor) {
    if (node instanceof ObjectNode object) {
      // a copy: a visitor may add members
      List.copyOf(object.properties())
          .forEach(
              each -> {
                String name = each.getKey();
                if (name.equals("schema")) {
                  schema(each.getValue(), visitor);
                } else if (!VALUES.contains(name) && !name.equals("schemas")) {
                  outside(each.getValue(), visitor);
                }
              });
    } else {
      node.forEach(each -> outside(each, visitor));
    }
  }

  private static void schema(JsonNode node, Consumer<ObjectNode> visitor) {
    if (!(node instanceof ObjectNode schema)) {
      return;
    }
    List.copyOf(schema.properties())
        .forEach(
            each -> {
              String name = each.getKey();
              if (NAMED.contains(name) || LISTS.contains(name)) {
                each.getValue().forEach(part -> schema(part, visitor));
              } else if (SINGLE.contains(name)) {
                schema(each.getValue(), visitor);
              }
            });
    visitor.accept(schema);
  }
}
