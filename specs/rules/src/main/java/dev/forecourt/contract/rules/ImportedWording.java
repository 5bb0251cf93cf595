package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rules for words and sources would say of an imported contract, as counts: the words are
 * the vendor's, and nobody here can find the missing ones.
 */
final class ImportedWording {
  private ImportedWording() {}

  /** How often each is missing. */
  static Map<String, Integer> missing(Contract contract) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String each :
        new String[] {
          "operations without a summary",
          "operations without a documented failure",
          "operations without a success example",
          "properties without a description",
          "properties without an example"
        }) {
      counts.put(each, 0);
    }
    JsonNode root = contract.read(contract.root());
    for (Contract.Operation each : contract.operations()) {
      count(counts, "operations without a summary", !each.node().has("summary"));
      count(counts, "operations without a documented failure", !has(each, "4"));
      count(counts, "operations without a success example", !hasExample(each));
    }
    for (JsonNode schema : root.path("components").path("schemas")) {
      for (JsonNode property : schema.path("properties")) {
        boolean told = property.has("description") || property.has("$ref");
        count(counts, "properties without a description", !told);
        count(
            counts,
            "properties without an example",
            !property.has("example") && !property.has("examples") && !property.has("$ref"));
      }
    }
    return counts;
  }

  private static void count(Map<String, Integer> counts, String what, boolean missing) {
    if (missing) {
      counts.merge(what, 1, Integer::sum);
    }
  }

  private static boolean has(Contract.Operation operation, String status) {
    return operation.node().path("responses").properties().stream()
        .anyMatch(each -> each.getKey().startsWith(status) || each.getKey().equals("default"));
  }

  private static boolean hasExample(Contract.Operation operation) {
    return operation.node().path("responses").properties().stream()
        .filter(each -> each.getKey().startsWith("2"))
        .flatMap(each -> each.getValue().path("content").properties().stream())
        .anyMatch(media -> media.getValue().has("example") || media.getValue().has("examples"));
  }
}
