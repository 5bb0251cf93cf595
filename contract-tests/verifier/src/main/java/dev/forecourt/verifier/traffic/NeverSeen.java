package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.check.AnswerCheck;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.Spot;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the contract has of an operation that was seen, and what never came of it. */
final class NeverSeen {
  private final ContractTree contract;
  private final SchemaCheck schemas;
  private final OperationTraffic traffic;
  private final Map<String, Set<String>> missing = new LinkedHashMap<>();
  private final Set<String> visited = new HashSet<>();

  private NeverSeen(VendorTraffic vendor, OperationTraffic traffic) {
    this.contract = vendor.contract();
    this.schemas = vendor.schemas();
    this.traffic = traffic;
  }

  /**
   * Names by kind: parameters, statuses, headers, members, values. Kinds without any are left out.
   */
  static Map<String, Set<String>> of(VendorTraffic vendor, OperationTraffic traffic) {
    NeverSeen never = new NeverSeen(vendor, traffic);
    never.look();
    return never.missing;
  }

  private void look() {
    Spot operation = traffic.operation();
    for (Spot parameter : contract.parameters(operation)) {
      unless(parameter.pointer(), "parameters", parameter.text("name"));
    }
    Spot responses = operation.to("responses");
    for (Spot each : ContractTree.children(responses)) {
      unless(contract.meant(each).pointer(), "statuses", each.pointer().replaceFirst(".*/", ""));
    }
    for (Spot media : ContractTree.children(contract.to(operation, "requestBody", "content"))) {
      members(List.of(contract.to(media, "schema")));
    }
    for (int status : traffic.statuses().keySet()) {
      AnswerCheck.response(contract, operation, status)
          .filter(each -> status < 400)
          .ifPresent(this::response);
    }
  }

  private void response(Spot response) {
    for (Spot each : ContractTree.children(response.to("headers"))) {
      unless(contract.meant(each).pointer(), "headers", each.pointer().replaceFirst(".*/", ""));
    }
    for (Spot media : ContractTree.children(response.to("content"))) {
      members(List.of(contract.to(media, "schema")));
    }
  }

  private void unless(String mark, String kind, String name) {
    if (!traffic.hasSeen(mark)) {
      missing.computeIfAbsent(kind, absent -> new TreeSet<>()).add(name);
    }
  }

  private void members(List<Spot> schemas) {
    for (Spot schema : schemas) {
      for (Spot part : this.schemas.parts(schema)) {
        if (visited.add(part.pointer())) {
          part(part);
        }
      }
    }
  }

  private void part(Spot part) {
    for (Spot property : ContractTree.children(part.to("properties"))) {
      unless(property.pointer(), "members", shown(property.pointer()));
      if (traffic.hasSeen(property.pointer())) {
        members(List.of(property));
      }
    }
    if (part.to("items").exists()) {
      members(List.of(part.to("items")));
    }
    for (JsonNode value : part.node().path("enum")) {
      unless(
          part.pointer() + "=" + value.asText(),
          "values",
          shown(part.pointer()) + " " + value.asText());
    }
  }

  /** {@code Review.comment} for {@code /components/schemas/Review/properties/comment}. */
  private static String shown(String pointer) {
    return pointer
        .replaceFirst("^/components/schemas/", "")
        .replace("/properties/", ".")
        .replace("~1", "/");
  }
}
