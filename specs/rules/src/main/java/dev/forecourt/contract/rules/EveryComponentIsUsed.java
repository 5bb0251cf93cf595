package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each file below {@code paths/} and {@code components/} is referred to by another one. */
final class EveryComponentIsUsed implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    Set<Path> used = new HashSet<>();
    contract.files().forEach((file, node) -> collect(used, file, node));
    return contract.files().keySet().stream()
        .filter(
            file ->
                file.startsWith(contract.folder().resolve("components"))
                    || file.startsWith(contract.folder().resolve("paths")))
        .filter(file -> !used.contains(file))
        .map(
            file ->
                new Violation(
                    contract.label(file),
                    "the file",
                    "is used nowhere",
                    "refer to it, or delete it"))
        .toList();
  }

  private static void collect(Set<Path> used, Path file, JsonNode node) {
    if (node.path("$ref").isTextual()) {
      Path target = file.resolveSibling(node.path("$ref").asText()).normalize();
      if (!target.equals(file)) {
        used.add(target);
      }
    }
    node.forEach(child -> collect(used, file, child));
  }
}
