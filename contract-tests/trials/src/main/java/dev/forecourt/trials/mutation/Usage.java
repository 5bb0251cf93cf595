package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Who uses what in a bundled contract: which operations a component serves, what is sent by us, and
 * what the vendor's text is said to state.
 */
final class Usage {
  private static final Set<String> VERBS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private final ObjectNode bundle;
  private final Set<JsonNode> documented = identitySet();
  private final Set<JsonNode> sent = identitySet();
  private final Map<JsonNode, Set<String>> operations = new IdentityHashMap<>();

  Usage(ObjectNode bundle) {
    this.bundle = bundle;
    documented(bundle.path("paths"));
    documented(bundle.at("/components/securitySchemes"));
    for (JsonNode item : bundle.path("paths")) {
      item.path("parameters").forEach(this::sent);
      operationsOf(item)
          .forEach(
              (verb, operation) -> {
                operation.path("parameters").forEach(this::sent);
                sent(operation.path("requestBody"));
                String id = operation.path("operationId").asText();
                serve(id, item.path("parameters"), identitySet());
                serve(id, operation, identitySet());
                credentials(operation)
                    .forEach(
                        name ->
                            serve(
                                id,
                                bundle.path("components").path("securitySchemes").path(name),
                                identitySet()));
              });
    }
  }

  /** Names of the credentials that an operation asks for. */
  private Set<String> credentials(JsonNode operation) {
    Set<String> names = new TreeSet<>();
    JsonNode security = operation.has("security") ? operation : bundle;
    for (JsonNode alternative : security.path("security")) {
      alternative.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  /** The operations of a path item, by verb. */
  static Map<String, JsonNode> operationsOf(JsonNode item) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    item.properties()
        .forEach(
            each -> {
              if (VERBS.contains(each.getKey())) {
                found.put(each.getKey(), each.getValue());
              }
            });
    return found;
  }

  /** Whether the vendor's text states this: neither it nor all that leads to it denies it. */
  boolean isDocumented(JsonNode node) {
    return documented.contains(resolved(node));
  }

  /** Whether it is part of a request of ours. */
  boolean isSent(JsonNode node) {
    return sent.contains(node);
  }

  /** Ids of the operations that lead to this node, or that stand in it. */
  Set<String> operations(JsonNode node) {
    Set<String> found = operations.get(node);
    if (found == null) {
      found = new TreeSet<>();
      for (JsonNode child : node) {
        found.addAll(operations.getOrDefault(child, Set.of()));
      }
    }
    return found;
  }

  /** The target of a reference, or the node itself. */
  JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    while (found.path("$ref").isTextual()) {
      found = bundle.at(found.path("$ref").textValue().substring(1));
    }
    return found;
  }

  static boolean isUndocumented(JsonNode node) {
    JsonNode mark = node.path("x-documented");
    return mark.isBoolean() && !mark.booleanValue();
  }

  /** Whether a member of a node is no part of the contract proper. */
  private static boolean isAside(String key) {
    return key.startsWith("x-") || key.equals("example") || key.equals("examples");
  }

  private void documented(JsonNode given) {
    JsonNode node = resolved(given);
    if (!isUndocumented(given) && !isUndocumented(node) && documented.add(node)) {
      children(node, this::documented);
    }
  }

  private void sent(JsonNode given) {
    JsonNode node = resolved(given);
    if (sent.add(node)) {
      children(node, this::sent);
    }
  }

  private void serve(String operation, JsonNode given, Set<JsonNode> seen) {
    JsonNode node = resolved(given);
    if (node.isContainerNode() && seen.add(node)) {
      operations.computeIfAbsent(node, absent -> new TreeSet<>()).add(operation);
      children(node, child -> serve(operation, child, seen));
    }
  }

  private static void children(JsonNode node, Consumer<JsonNode> visitor) {
    if (node.isArray()) {
      node.forEach(visitor);
    }
    node.properties()
        .forEach(
            each -> {
              if (!isAside(each.getKey())) {
                visitor.accept(each.getValue());
              }
            });
  }

  private static Set<JsonNode> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
