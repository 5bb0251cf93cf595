package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Each operation has a success with a named example and a documented failure. */
final class EveryOperationHasSuccessAndFailure implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    List<Violation> found = new ArrayList<>();
    for (Contract.Operation operation : contract.operations()) {
      JsonNode responses = operation.node().path("responses");
      String file = contract.label(operation.file());
      String place = operation.place() + ".responses";
      boolean failure = false;
      boolean success = false;
      for (var response : responses.properties()) {
        failure |= response.getKey().startsWith("4");
        success |= response.getKey().startsWith("2");
        for (JsonNode media : response.getValue().path("content")) {
          if (media.path("examples").isEmpty()) {
            found.add(
                new Violation(
                    file,
                    place + "." + response.getKey(),
                    "has no named example",
                    "examples: {documented: {$ref: ../components/examples/Review.yaml}}"));
          }
        }
      }
      if (!failure || !success) {
        found.add(
            new Violation(
                file,
                place,
                success ? "has no failure" : "has no success",
                "\"200\": …, \"401\": {$ref: ../components/responses/Unauthorized.yaml}"));
      }
    }
    return found;
  }
}
