package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What changed from one version of a contract to the next, decided on the trees of both. */
public final class ContractComparison {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Changes changes;
  private final ContractTree before;
  private final ContractTree after;

  private ContractComparison(JsonNode before, JsonNode after) {
    this.before = new ContractTree(before);
    this.after = new ContractTree(after);
    this.changes = new Changes(this.before, this.after);
  }

  /**
   * All changes, the worst first. Both contracts are one document each, with references into itself
   * only. Throws {@link IllegalArgumentException} naming a reference that leads nowhere.
   */
  public static List<Change> between(JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return List.of();
    }
    ContractComparison comparison = new ContractComparison(before, after);
    comparison.compare();
    return comparison.changes.all().stream()
        .sorted(Comparator.comparing(Change::level).reversed())
        .toList();
  }

  private void compare() {
    DocumentComparison.compare(changes);
    Map<String, Spot> old = operations(before);
    Map<String, Spot> now = operations(after);
    Map<String, Spot> gone = new LinkedHashMap<>(old);
    gone.keySet().removeAll(now.keySet());
    Map<String, Spot> added = new LinkedHashMap<>(now);
    added.keySet().removeAll(old.keySet());
    old.forEach(
        (address, was) -> {
          Spot is = now.get(address);
          if (is != null) {
            OperationComparison.compare(changes, was, is);
          }
        });
    gone.forEach((address, was) -> goneOrMoved(was, added));
    added.values().forEach(is -> add(OperationRule.OPERATION_ADDED, missing(is), is));
    classes();
  }

  private void goneOrMoved(Spot was, Map<String, Spot> added) {
    String id = was.text("operationId");
    Map.Entry<String, Spot> moved =
        added.entrySet().stream()
            .filter(each -> !id.isEmpty() && each.getValue().text("operationId").equals(id))
            .findFirst()
            .orElse(null);
    if (moved == null) {
      add(OperationRule.OPERATION_REMOVED, was, missing(was));
      return;
    }
    added.remove(moved.getKey());
    add(OperationRule.OPERATION_MOVED, was, moved.getValue());
    OperationComparison.compare(changes, was, moved.getValue());
  }

  /** Operations by method and path, with the names of path parameters left out. */
  private static Map<String, Spot> operations(ContractTree contract) {
    Map<String, Spot> all = new LinkedHashMap<>();
    for (Spot path : ContractTree.children(contract.root().to("paths"))) {
      for (String method : METHODS) {
        Spot operation = path.to(method);
        if (operation.exists()) {
          all.put(
              method + " " + OperationComparison.path(operation).replaceAll("\\{[^}]*}", "{}"),
              operation);
        }
      }
    }
    return all;
  }

  /** Schemas that have a class of their own in Java, used or not. */
  private void classes() {
    Spot old = before.root().to("components", "schemas");
    Spot now = after.root().to("components", "schemas");
    old.node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!now.node().has(name) && hasClass(before, old.to(name))) {
                changes.add(
                    OperationRule.CLASS_REMOVED.rule(), "", old.to(name), now.to(name), "", "");
              }
            });
    now.node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!old.node().has(name) && hasClass(after, now.to(name))) {
                changes.add(
                    OperationRule.CLASS_ADDED.rule(), "", old.to(name), now.to(name), "", "");
              }
            });
  }

  private static boolean hasClass(ContractTree contract, Spot schema) {
    Shape shape = Shape.of(contract, List.of(schema));
    return !shape.properties().isEmpty() || shape.enumeration().isPresent();
  }

  private void add(OperationRule rule, Spot was, Spot is) {
    Spot spot = is.exists() ? is : was;
    changes.add(rule.rule(), spot.text("operationId"), was, is, address(was), address(is));
  }

  private static String address(Spot operation) {
    return operation.exists() ? OperationComparison.address(operation) : "";
  }

  private static Spot missing(Spot spot) {
    return spot.to("nothing", "there");
  }
}
