package dev.forecourt.verifier.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The requests that read, from the examples of a contract: each such operation with its required
 * parameters only, then once more for each optional one.
 */
final class ReadingRequests {
  private final ContractTree contract;
  private final List<ReadingRequest> requests = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  private ReadingRequests(ContractTree contract) {
    this.contract = contract;
  }

  /** Those of a contract in one document. */
  static ReadingRequests of(JsonNode document) {
    ReadingRequests all = new ReadingRequests(new ContractTree(document));
    for (Spot path : ContractTree.children(all.contract.root().to("paths"))) {
      Spot operation = path.to("get");
      if (reads(operation.text("operationId"))) {
        all.add(path, operation);
      }
    }
    return all;
  }

  /** Whether the name of an operation says that it changes nothing. */
  static boolean reads(String operationId) {
    return operationId.matches("(get|list|search)[A-Z].*");
  }

  List<ReadingRequest> requests() {
    return requests;
  }

  /** What could not be made: operation and reason. */
  List<String> leftOut() {
    return leftOut;
  }

  private void add(Spot path, Spot operation) {
    String id = operation.text("operationId");
    String template = name(path);
    Map<String, String> headers = new LinkedHashMap<>();
    List<Map.Entry<String, String>> required = new ArrayList<>();
    List<Map.Entry<String, String>> optional = new ArrayList<>();
    for (Spot parameter : contract.parameters(operation)) {
      String name = parameter.text("name");
      Optional<String> example = example(parameter);
      boolean needed = parameter.node().path("required").asBoolean();
      if (example.isEmpty()) {
        if (needed) {
          leftOut.add("%s: the contract has no example of its parameter %s".formatted(id, name));
          return;
        }
        continue;
      }
      switch (parameter.text("in")) {
        case "path" -> template = template.replace("{" + name + "}", example.get());
        case "header" -> headers.put(name, example.get());
        default -> (needed ? required : optional).add(Map.entry(name, example.get()));
      }
    }
    request(operation, "required parameters only", template, required, headers);
    for (Map.Entry<String, String> each : optional) {
      List<Map.Entry<String, String>> with = new ArrayList<>(required);
      with.add(each);
      request(operation, "with " + each.getKey(), template, with, headers);
    }
  }

  private void request(
      Spot operation,
      String variant,
      String path,
      List<Map.Entry<String, String>> query,
      Map<String, String> headers) {
    String id = operation.text("operationId");
    Set<String> credentials = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    boolean inQuery = false;
    for (Map.Entry<String, JsonNode> each :
        contract.security(operation).node().path(0).properties()) {
      Spot scheme = contract.scheme(each.getKey());
      inQuery |= scheme.text("in").equals("query");
      credentials.add(scheme.node().has("name") ? scheme.text("name") : "Authorization");
    }
    requests.add(
        new ReadingRequest(
            id + ": " + variant, id, path, List.copyOf(query), headers, credentials, inQuery));
  }

  /** A plain value that the contract shows or allows; none for objects and lists. */
  private Optional<String> example(Spot parameter) {
    Spot schema = contract.to(parameter, "schema");
    List<Spot> candidates = new ArrayList<>(List.of(parameter.to("example")));
    ContractTree.children(parameter.to("examples"))
        .forEach(each -> candidates.add(contract.to(each, "value")));
    candidates.add(schema.to("example"));
    candidates.add(schema.to("default"));
    candidates.add(schema.to("enum", "0"));
    return candidates.stream()
        .filter(spot -> spot.exists() && spot.node().isValueNode() && !spot.node().isNull())
        .map(spot -> spot.node().asText())
        .findFirst();
  }

  private static String name(Spot path) {
    return path.pointer().replaceFirst(".*/", "").replace("~1", "/").replace("~0", "~");
  }
}
