package dev.forecourt.contract.tools;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.Endpoint;

/**
 * Lists what changed from one version of a contract to the next.
 *
 * <p>openapi-diff finds most of it. What breaks generated clients although it calls it compatible
 * is added here: another operationId, and {@link MemberChanges}.
 */
final class ContractComparison {
  private ContractComparison() {}

  static List<ContractChange> changes(OpenAPI before, OpenAPI after) {
    Map<String, Operation> old = operations(before);
    List<ContractChange> changes = new ArrayList<>();
    ChangedOpenApi difference = OpenApiCompare.fromSpecifications(before, after);
    for (Endpoint gone : difference.getMissingEndpoints()) {
      changes.add(new ContractChange(name(old, gone), true, key(gone) + " is gone"));
    }
    for (Endpoint added : difference.getNewEndpoints()) {
      changes.add(
          new ContractChange(added.getOperation().getOperationId(), false, key(added) + " is new"));
    }
    for (ChangedOperation changed : difference.getChangedOperations()) {
      String operation = changed.getOldOperation().getOperationId();
      changes.add(new ContractChange(operation, changed.isIncompatible(), ChangeText.of(changed)));
    }
    changes.addAll(renamed(old, operations(after)));
    changes.addAll(MemberChanges.between(before, after));
    return changes;
  }

  private static List<ContractChange> renamed(
      Map<String, Operation> before, Map<String, Operation> after) {
    return before.entrySet().stream()
        .filter(entry -> after.containsKey(entry.getKey()))
        .filter(
            entry ->
                !entry
                    .getValue()
                    .getOperationId()
                    .equals(after.get(entry.getKey()).getOperationId()))
        .map(
            entry ->
                new ContractChange(
                    entry.getValue().getOperationId(),
                    true,
                    entry.getKey()
                        + " is now called "
                        + after.get(entry.getKey()).getOperationId()))
        .toList();
  }

  static Map<String, Operation> operations(OpenAPI contract) {
    Map<String, Operation> operations = new TreeMap<>();
    contract
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((verb, operation) -> operations.put(verb + " " + path, operation)));
    return operations;
  }

  private static String name(Map<String, Operation> operations, Endpoint endpoint) {
    Operation operation = operations.get(key(endpoint));
    return operation == null ? key(endpoint) : operation.getOperationId();
  }

  private static String key(Endpoint endpoint) {
    PathItem.HttpMethod verb = endpoint.getMethod();
    return verb + " " + endpoint.getPathUrl();
  }

  static String joined(List<String> parts) {
    return parts.stream().distinct().collect(Collectors.joining("; "));
  }
}
