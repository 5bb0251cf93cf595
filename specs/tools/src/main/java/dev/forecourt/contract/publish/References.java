package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Schemas by reference. */
final class References {

  private static final String SCHEMAS = "#/components/schemas/";
  private static final Set<String> WORDS =
      Set.of(
          "description",
          "example",
          "examples",
          "default",
          "deprecated",
          "externalDocs",
          "readOnly",
          "title",
          "writeOnly",
          "xml");

  private final ObjectNode document;

  References(ObjectNode document) {
    this.document = document;
  }

  /** What a schema refers to; itself if it is no reference. */
  JsonNode target(JsonNode schema) {
    JsonNode found = schema;
    while (found.path("$ref").asText().startsWith(SCHEMAS)) {
      found =
          document
              .path("components")
              .path("schemas")
              .path(found.path("$ref").asText().substring(SCHEMAS.length()));
    }
    return found;
  }

  /** Keywords that are for people, and allow or refuse nothing. */
  static boolean isWords(String keyword) {
    return WORDS.contains(keyword) || keyword.startsWith("x-");
  }
}
