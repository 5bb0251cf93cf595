package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives every operation an id that differs from all others also as a Java name: one that has none
 * gets verb and path, one that would become the name of another a number.
 */
final class OperationNames {

  /** Constants of the generated table of operations. */
  private static final Set<String> TAKEN = Set.of("ALL", "PORT", "RATE_LIMIT", "RATE_PERIOD");

  private final Findings findings;
  private final Set<String> constants = new TreeSet<>(TAKEN);
  private final Set<String> types = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  OperationNames(Findings findings) {
    this.findings = findings;
  }

  void give(OpenAPI contract) {
    contract
        .getPaths()
        .forEach(
            (template, path) ->
                path.readOperationsMap()
                    .forEach((verb, operation) -> give(operation, verb.name(), template)));
  }

  private void give(Operation operation, String verb, String template) {
    String given = operation.getOperationId();
    String wanted = given == null || given.isBlank() ? derived(verb, template) : given;
    String id = wanted;
    for (int i = 2; !isFree(id); i++) {
      id = wanted + i;
    }
    constants.add(Java.constant(id));
    types.add(Java.type(id));
    if (!id.equals(given)) {
      findings.note(verb + " " + template, "the operation is called '" + id + "'");
    }
    operation.setOperationId(id);
  }

  private boolean isFree(String id) {
    String constant = Java.constant(id);
    return !constants.contains(constant)
        && !constant.startsWith("SCHEME_")
        && !types.contains(Java.type(id));
  }

  /** {@code getPetsByPetId} of {@code GET /pets/{petId}}. */
  private static String derived(String verb, String template) {
    StringBuilder name = new StringBuilder(verb.toLowerCase(Locale.ROOT));
    for (String segment : template.split("/")) {
      if (!segment.isEmpty()) {
        String plain = Java.type(segment.replace("{", " by ").replace("}", " "));
        name.append(plain);
      }
    }
    return name.toString();
  }
}
