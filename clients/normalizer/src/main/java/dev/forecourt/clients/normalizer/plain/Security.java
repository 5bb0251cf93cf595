package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Rewrites security: alternatives of schemes that the client can send. */
final class Security {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Document document;
  private final Findings findings;
  private final Set<String> used = new HashSet<>();

  Security(Document document, Findings findings) {
    this.document = document;
    this.findings = findings;
  }

  ArrayNode of(JsonNode operation, String place) {
    JsonNode given =
        operation.has("security") ? operation.path("security") : document.root().path("security");
    ArrayNode plain = NODES.arrayNode();
    boolean left = false;
    for (JsonNode alternative : given) {
      ObjectNode schemes = NODES.objectNode();
      boolean known = true;
      for (Map.Entry<String, JsonNode> scheme : alternative.properties()) {
        switch (kind(scheme.getKey())) {
          case "" -> known = false;
          case "mutualTLS" -> {
            // the connection's business: sslContext()
          }
          default -> {
            schemes.set(scheme.getKey(), NODES.arrayNode());
            used.add(scheme.getKey());
          }
        }
        if (!known) {
          findings.note(
              place, "security scheme '" + scheme.getKey() + "' is not described: left out.");
        }
      }
      if (known) {
        plain.add(schemes);
      }
      left |= !known;
    }
    if (left && plain.isEmpty()) {
      findings.note(place, "no credential can be sent. Describe the scheme.");
    }
    return plain;
  }

  private String kind(String name) {
    return scheme(name).path("type").asText("");
  }

  private JsonNode scheme(String name) {
    return document.resolved(document.root().path("components").path("securitySchemes").path(name));
  }

  /** The schemes that operations use so far, references followed: no others are ever sent. */
  ObjectNode schemes() {
    ObjectNode all = NODES.objectNode();
    document
        .root()
        .path("components")
        .path("securitySchemes")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (used.contains(name)) {
                all.set(name, scheme(name));
              }
            });
    return all;
  }
}
