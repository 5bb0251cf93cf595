package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Each operation names security schemes that exist; the generator checks neither. */
final class EveryOperationIsSecured implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    JsonNode schemes = contract.read(contract.root()).path("components").path("securitySchemes");
    List<Violation> found = new ArrayList<>();
    for (Contract.Operation operation : contract.operations()) {
      JsonNode security = operation.node().path("security");
      if (!security.isArray()) {
        found.add(
            new Violation(
                contract.label(operation.file()),
                operation.place() + ".security",
                "is missing",
                "security: [{ApiKey: []}], or [] where the vendor asks for nothing"));
      }
      for (JsonNode alternative : security) {
        alternative
            .fieldNames()
            .forEachRemaining(
                scheme -> {
                  if (!schemes.has(scheme)) {
                    found.add(
                        new Violation(
                            contract.label(operation.file()),
                            operation.place() + ".security",
                            "names the unknown scheme " + scheme,
                            "a key of components.securitySchemes"));
                  }
                });
      }
    }
    return found;
  }
}
