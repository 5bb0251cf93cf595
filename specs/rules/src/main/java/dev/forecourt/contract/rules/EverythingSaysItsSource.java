package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Operations and schemas name section and line of the vendor's text, parameters and responses the
 * line; what the text does not state says what it follows from.
 */
final class EverythingSaysItsSource implements Rule {
  private static final String LINE = ".*\\bL\\d+.*";
  private static final String SECTION_AND_LINE = "[\\w./]+, .+, L\\d+.*";

  @Override
  public List<Violation> check(Contract contract) {
    List<Violation> found = new ArrayList<>();
    for (Contract.Operation operation : contract.operations()) {
      need(
          found,
          SECTION_AND_LINE,
          contract.label(operation.file()),
          operation.place(),
          operation.node());
    }
    contract
        .components("schemas")
        .forEach(
            (name, file) ->
                need(found, SECTION_AND_LINE, contract.label(file), name, contract.read(file)));
    for (String kind : List.of("parameters", "responses")) {
      contract
          .components(kind)
          .forEach(
              (name, file) -> need(found, LINE, contract.label(file), name, contract.read(file)));
    }
    contract.files().forEach((file, node) -> inferred(found, contract, file, "", node));
    return found;
  }

  private static void need(
      List<Violation> found, String form, String file, String place, JsonNode node) {
    String source = node.path("x-source").asText();
    boolean inferred = node.has("x-documented") && !source.isBlank();
    if (!inferred && !source.matches(form)) {
      found.add(
          new Violation(
              file,
              place,
              "has no x-source with " + (form.equals(LINE) ? "a line" : "section and line"),
              "x-source: \"fidcar.md, List the dealerships, L143-170\""));
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
