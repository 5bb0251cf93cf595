package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.ImportRefusal;
import dev.forecourt.contract.importer.Importer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Structure binds: a new import with this overlay would change nothing more. So the document is
 * valid, operations and schemas have names for Java, references lead somewhere, examples fit.
 * Guesses that people took out of the overlay stay out.
 */
final class ImportLeavesNothingToDo implements Rule {
  private static final Set<String> MAY_BE_TAKEN_OUT =
      Set.of("x-paging", "x-convention", "x-error-shape", "security", "securitySchemes");

  @Override
  public List<Violation> check(Contract contract) {
    ImportedContract imported = new ImportedContract(contract.folder());
    try {
      String again =
          Importer.of(imported.vendorFile())
              .id(contract.folder().getFileName().toString())
              .update(imported.overlay())
              .overlay();
      return newActions(contract, imported.overlay(), again);
    } catch (ImportRefusal e) {
      return List.of(violation(contract, "the document", e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Violation> newActions(Contract contract, String old, String again)
      throws IOException {
    Set<JsonNode> known = new HashSet<>();
    ImportedContract.YAML.readTree(old).path("actions").forEach(known::add);
    List<Violation> found = new ArrayList<>();
    for (JsonNode action : ImportedContract.YAML.readTree(again).path("actions")) {
      if (!known.contains(action) && !isTakenOut(action)) {
        found.add(
            violation(
                contract, action.path("target").asText(), action.path("description").asText()));
      }
    }
    return found;
  }

  private static boolean isTakenOut(JsonNode action) {
    if (!action.path("x-guess").asBoolean()) {
      return false;
    }
    boolean all = true;
    for (var member : action.path("update").properties()) {
      all &= MAY_BE_TAKEN_OUT.contains(member.getKey());
    }
    return all || action.path("target").asText().contains("['securitySchemes']");
  }

  private static Violation violation(Contract contract, String place, String problem) {
    return new Violation(
        contract.label(contract.root()),
        place,
        "an import would still change it: " + problem,
        "scripts/new-vendor %s FILE --update, which adds the action to overlay.yaml"
            .formatted(contract.folder().getFileName()));
  }
}
