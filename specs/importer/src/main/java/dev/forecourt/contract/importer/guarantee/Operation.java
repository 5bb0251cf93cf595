package dev.forecourt.contract.importer.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An operation and where it stands.
 *
 * @param path its path
 * @param method lower-case
 * @param node its content
 */
public record Operation(String path, String method, JsonNode node) {
  /** The operations of a document, in its order. */
  public static List<Operation> of(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> item : document.path("paths").properties()) {
      if (item.getKey().startsWith("x-")) {
        continue;
      }
      for (Map.Entry<String, JsonNode> each : item.getValue().properties()) {
        if (Kind.METHODS.contains(each.getKey()) && each.getValue().isObject()) {
          operations.add(new Operation(item.getKey(), each.getKey(), each.getValue()));
        }
      }
    }
    return operations;
  }

  /** Where it stands. */
  public Place place() {
    return Place.of("paths", path, method);
  }

  /** Its name; empty if it has none. */
  public String id() {
    return node.path("operationId").asText("");
  }

  /** As people say it, such as {@code GET /pets}. */
  public String title() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }
}
