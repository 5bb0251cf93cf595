package dev.forecourt.contract.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.inventory.ContractDocument.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares hosts and operations; {@link OperationComparison} looks into each of them. */
final class InventoryComparison {
  private static final Set<String> VERBS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private final Inventory inventory;
  private final ContractDocument contract;
  private final Findings findings = new Findings();
  private final OperationComparison operations;

  InventoryComparison(Inventory inventory, JsonNode root) {
    this.inventory = inventory;
    contract = new ContractDocument(root);
    operations = new OperationComparison(inventory, contract, findings);
  }

  List<InventoryFinding> findings() {
    Set<String> hosts = new HashSet<>();
    Set<OperationFacts> met = new HashSet<>();
    hosts(contract.root(), hosts);
    Located paths = contract.root().at("paths");
    for (Map.Entry<String, JsonNode> path : paths.node().properties()) {
      Located item = new Located(path.getValue(), paths.place().slash(escaped(path.getKey())));
      hosts(item, hosts);
      for (String verb : VERBS) {
        Located operation = item.at(verb);
        if (operation.exists()) {
          hosts(operation, hosts);
          operation(verb.toUpperCase(Locale.ROOT), path.getKey(), item, operation, met);
        }
      }
    }
    for (OperationFacts facts : inventory.operations()) {
      InventoryLine line = facts.line();
      if (line != null && !met.contains(facts)) {
        findings.differs(line, "address", "it exists", paths.place(), "nothing");
      }
    }
    inventory
        .servers()
        .forEach(
            (url, line) -> {
              if (!hosts.contains(url)) {
                findings.differs(
                    line, "address", "it exists", Trail.of("#/servers"), hosts.toString());
              }
            });
    return findings.all();
  }

  private void operation(
      String verb, String path, Located item, Located operation, Set<OperationFacts> met) {
    OperationFacts facts = inventory.operation(verb, path);
    if (facts != null && facts.line() != null) {
      met.add(facts);
      operations.compare(facts, path, item, operation);
    } else if (!ContractDocument.isUndocumented(operation.node())) {
      findings.uncovered(Trail.of(verb + " " + path), "address", operation.place(), "it exists");
    }
  }

  private void hosts(Located holder, Set<String> hosts) {
    for (JsonNode server : holder.node().path("servers")) {
      String url = server.path("url").asText();
      hosts.add(url);
      if (!inventory.servers().containsKey(url) && !ContractDocument.isUndocumented(server)) {
        findings.uncovered(
            Trail.of("server " + url), "address", holder.place().slash("servers"), "it exists");
      }
    }
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
