package dev.forecourt.verifier.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.forecourt.contract.tools.Bundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An operation as the contract has it.
 *
 * @param id its operationId
 * @param call verb and path
 * @param source where the vendor's text says it
 * @param file its file, from the contract's folder
 * @param failures the failures it documents: 4xx, 5xx and {@code default}
 */
record DocumentedOperation(
    String id, String call, String source, String file, Set<String> failures) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Set<String> VERBS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** Those of the contract in this folder, in its order. */
  static List<DocumentedOperation> of(Path folder) throws IOException {
    JsonNode files = YAML.readTree(folder.resolve("openapi.yaml").toFile()).path("paths");
    List<DocumentedOperation> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : Bundle.of(folder).path("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        if (VERBS.contains(verb.getKey())) {
          all.add(
              operation(
                  verb.getValue(),
                  verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                  files.path(path.getKey()).path("$ref").asText()));
        }
      }
    }
    return all;
  }

  /** Where the vendor's text speaks of the messages that it sends. */
  static String sourceOfMessages(Path folder, String operationId) {
    for (JsonNode callbacks : Bundle.of(folder).findValues("callbacks")) {
      for (JsonNode operation : callbacks.findParents("operationId")) {
        if (operation.path("operationId").asText().equals(operationId)) {
          return operation.path("x-source").asText();
        }
      }
    }
    return "";
  }

  private static DocumentedOperation operation(JsonNode node, String call, String file) {
    Set<String> failures = new TreeSet<>();
    node.path("responses")
        .fieldNames()
        .forEachRemaining(
            status -> {
              if (status.matches("[45]\\d\\d|default")) {
                failures.add(status);
              }
            });
    return new DocumentedOperation(
        node.path("operationId").asText(), call, node.path("x-source").asText(), file, failures);
  }
}
