package dev.forecourt.contract.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An operationId is verb + noun, unique, and its summary is short: both become names that people
 * read.
 */
final class OperationIdsAreVerbAndNoun implements Rule {
  private static final String VERBS =
      "(list|get|create|update|delete|answer|report|close|refresh|upload|import|search|test|check|correct|expire|earn|award|restore|init|notify)";

  @Override
  public List<Violation> check(Contract contract) {
    List<Violation> found = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (Contract.Operation operation : contract.operations()) {
      String file = contract.label(operation.file());
      String place = operation.place() + ".operationId";
      if (!operation.id().matches(VERBS + "([A-Z][a-z0-9]+)+")) {
        found.add(
            new Violation(file, place, "is '" + operation.id() + "'", "operationId: listReviews"));
      }
      String other = seen.putIfAbsent(operation.id(), file);
      if (other != null) {
        found.add(new Violation(file, place, "is taken by " + other, "one name for one operation"));
      }
      String summary = operation.node().path("summary").asText();
      if (summary.isBlank() || summary.length() > 60) {
        found.add(
            new Violation(
                file,
                operation.place() + ".summary",
                "has " + summary.length() + " characters",
                "summary: List the reviews (1 to 60 characters)"));
      }
    }
    return found;
  }
}
