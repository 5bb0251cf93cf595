package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Operations, schemas, parameters and responses name the line of the vendor's text; so does what it
 * does not state.
 */
final class EverythingSaysItsSource implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    List<Violation> found = new ArrayList<>();
    for (Contract.Operation operation : contract.operations()) {
      line(found, contract.label(operation.file()), operation.verb(), operation.node());
    }
    for (String kind : List.of("schemas", "parameters", "responses")) {
      contract
          .components(kind)
          .forEach((name, file) -> line(found, contract.label(file), name, contract.read(file)));
    }
    contract.files().forEach((file, node) -> inferred(found, contract, file, "", node));
    return found;
  }

  private static void line(List<Violation> found, String file, String place, JsonNode node) {
    if (!node.path("x-source").asText().matches(".*\\bL\\d+.*")) {
      found.add(
          new Violation(
              file, place, "has no x-source with a line", "x-source: \"fidcar.md L143-170\""));
    }
  }

  private static void inferred(
      List<Violation> found, Contract contract, Path file, String place, JsonNode node) {
    if (node.has("x-documented") && !node.has("x-source")) {
      found.add(
          new Violation(
              contract.label(file),
              place,
              "has x-documented without x-source",
              "x-source: \"inferred from the path, fidcar.md L719\""));
    }
    node.properties()
        .forEach(
            child ->
                inferred(found, contract, file, place + "/" + child.getKey(), child.getValue()));
  }
}
