package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the vendor gave up names what to use, and that is there and not given up as well. */
final class DeprecatedSaysWhatToUse implements Rule {
  private static final String KEY = "x-deprecated-use";

  @Override
  public List<Violation> check(Contract contract) {
    List<Violation> found = new ArrayList<>();
    Set<String> operations =
        contract.operations().stream()
            .map(Contract.Operation::node)
            .filter(DeprecatedSaysWhatToUse::isGood)
            .map(node -> node.path("operationId").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    for (Contract.Operation operation : contract.operations()) {
      compare(
          found, contract.label(operation.file()), operation.place(), operation.node(), operations);
    }
    Set<String> parameters = new TreeSet<>();
    contract
        .components("parameters")
        .forEach(
            (name, file) -> {
              JsonNode node = contract.read(file);
              if (isGood(node)) {
                parameters.add(node.path("name").asText());
              }
            });
    contract
        .components("parameters")
        .forEach(
            (name, file) ->
                compare(found, contract.label(file), name, contract.read(file), parameters));
    return found;
  }

  private static boolean isGood(JsonNode node) {
    return !node.path("deprecated").asBoolean();
  }

  private static void compare(
      List<Violation> found, String file, String place, JsonNode node, Set<String> others) {
    String use = node.path(KEY).asText();
    if (isGood(node) ? !use.isEmpty() : !others.contains(use)) {
      found.add(
          new Violation(
              file,
              place,
              isGood(node)
                  ? "has " + KEY + " and is not deprecated"
                  : "is deprecated, and " + KEY + " names nothing that can be used instead",
              KEY + ": one of " + others + " beside deprecated: true"));
    }
  }
}
