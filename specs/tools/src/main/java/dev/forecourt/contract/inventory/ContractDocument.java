package dev.forecourt.contract.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** A contract as one document: follows its references, tells what it calls undocumented. */
final class ContractDocument {
  private final JsonNode root;
  private final Map<String, JsonNode> targets = new HashMap<>();
  private final Map<JsonNode, SchemaView> views = new IdentityHashMap<>();

  ContractDocument(JsonNode root) {
    this.root = root;
  }

  /** A node and where it stands. */
  record Located(JsonNode node, Trail place) {
    Located at(String key) {
      return new Located(node.path(key), place.slash(key));
    }

    boolean exists() {
      return !node.isMissingNode();
    }
  }

  Located root() {
    return new Located(root, Trail.of("#"));
  }

  /** What is meant: the target of a reference, or the node itself. */
  Located meant(Located given) {
    Located found = given;
    for (String ref = ref(found); ref != null; ref = ref(found)) {
      found = new Located(targets.computeIfAbsent(ref, this::target), Trail.of(ref));
    }
    return found;
  }

  /**
   * Where the members of a schema are listed: the component itself rather than a property that only
   * describes it in other words.
   */
  Located listed(Located schema) {
    Located found = meant(schema);
    while (found.node().path("allOf").size() == 1 && !hasMembers(found.node())) {
      Located all = found.at("allOf");
      found = meant(new Located(all.node().get(0), all.place().slash("0")));
    }
    return found;
  }

  private static boolean hasMembers(JsonNode node) {
    return node.has("properties")
        || node.has("required")
        || node.has("items")
        || node.has("additionalProperties")
        || node.has("anyOf")
        || node.has("oneOf");
  }

  private static String ref(Located given) {
    return given.node().path("$ref").textValue();
  }

  private JsonNode target(String ref) {
    JsonNode found = ref.startsWith("#") ? root.at(ref.substring(1)) : MissingNode.getInstance();
    if (found.isMissingNode()) {
      throw new IllegalArgumentException(
          "The contract refers to %s, which is not in it. Give the bundled document."
              .formatted(ref));
    }
    return found;
  }

  /** Whether a node says of itself that the vendor's text does not state it. */
  static boolean isUndocumented(JsonNode node) {
    JsonNode mark = node.path("x-documented");
    return mark.isBoolean() && !mark.booleanValue();
  }

  /** What a schema allows, all its parts together. */
  SchemaView view(Located schema) {
    Located meant = meant(schema);
    SchemaView known = views.get(meant.node());
    if (known == null) {
      known = SchemaView.of(this, meant);
      views.put(meant.node(), known);
    }
    return known;
  }
}
