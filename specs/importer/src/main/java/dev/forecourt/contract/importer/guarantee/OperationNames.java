package dev.forecourt.contract.importer.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.edit.Walk;
import dev.forecourt.contract.importer.report.Guess;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every operation has a name that is one in Java, unique in any spelling. */
public final class OperationNames implements Step {
  // methods that every object has, and such as generated services have
  private static final Set<String> TAKEN =
      Set.of(
          "getclass",
          "hashcode",
          "equals",
          "tostring",
          "notify",
          "notifyall",
          "wait",
          "clone",
          "finalize");

  @Override
  public void apply(Draft draft) {
    List<Operation> operations = Operation.of(draft.root());
    Set<String> taken = new HashSet<>(TAKEN);
    Map<String, String> renamed = new HashMap<>();
    Set<Operation> kept = new HashSet<>();
    for (Operation each : operations) {
      if (JavaNames.isMethodName(each.id()) && taken.add(lower(each.id()))) {
        kept.add(each);
      }
    }
    for (Operation each : operations) {
      if (!kept.contains(each)) {
        name(draft, each, taken, renamed);
      }
    }
    links(draft, renamed);
  }

  private static void name(
      Draft draft, Operation operation, Set<String> taken, Map<String, String> renamed) {
    String old = operation.id();
    String wanted = JavaNames.camelCase(old);
    boolean derived = wanted.isEmpty();
    if (derived) {
      wanted = DerivedName.of(operation, draft.root());
    }
    if (javax.lang.model.SourceVersion.isKeyword(wanted)) {
      wanted = wanted + "Operation";
    }
    String name = wanted;
    if (taken.contains(lower(name))) {
      name = DerivedName.longer(operation, wanted);
    }
    String base = name;
    for (int i = 2; !taken.add(lower(name)); i++) {
      name = base + i;
    }
    if (derived) {
      draft.guess(
          new Guess(
              operation.title(),
              "operationId " + name,
              old.isEmpty()
                  ? "the file gives it none; this is its method and path"
                  : "'" + old + "' is no name in Java",
              "operationId in overlay.yaml"));
      draft.guessed(
          operation.place().key("operationId"),
          Draft.text(name),
          "It has no operationId; made of method and path.");
    } else {
      renamed.putIfAbsent(old, name);
      if (name.equals(JavaNames.camelCase(old))) {
        // only another spelling: the table of operations shows it
        draft.set(
            operation.place().key("operationId"),
            Draft.text(name),
            "operationId " + old + " in the spelling of Java.");
      } else {
        draft.mend(
            operation.place().key("operationId"),
            Draft.text(name),
            "operationId " + old + " is no name in Java, or another operation has it",
            name);
      }
    }
  }

  private static void links(Draft draft, Map<String, String> renamed) {
    if (renamed.isEmpty()) {
      return;
    }
    Set<String> ids = new HashSet<>();
    Operation.of(draft.root()).forEach(each -> ids.add(each.id()));
    for (Walk.Spot spot : Walk.of(draft.root(), Kind.LINK)) {
      JsonNode id = spot.node().path("operationId");
      String name = renamed.get(id.asText());
      if (name != null && !ids.contains(id.asText())) {
        draft.set(
            spot.place().key("operationId"), Draft.text(name), "The operation has this name now.");
      }
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
