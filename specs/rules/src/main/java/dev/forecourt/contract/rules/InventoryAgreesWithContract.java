package dev.forecourt.contract.rules;

import dev.forecourt.contract.inventory.Inventory;
import dev.forecourt.contract.inventory.InventoryFinding;
import dev.forecourt.contract.tools.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contract says what the vendor's text says when it is read a second time; see {@code
 * specs/docs/inventory.md}.
 */
final class InventoryAgreesWithContract implements Rule {
  private static final Pattern COMPONENT = Pattern.compile("#/components/(\\w+/([\\w-]+))(.*)");

  @Override
  public List<Violation> check(Contract contract) {
    Path file = contract.folder().resolve("evidence/inventory.psv");
    if (!Files.exists(file)) {
      return List.of(
          new Violation(
              contract.label(file),
              "file",
              "is missing",
              "a table of what the vendor's text says, as in specs/docs/inventory.md"));
    }
    try {
      return Inventory.read(file).compare(Bundle.of(contract.folder())).stream()
          .map(finding -> violation(contract, file, finding))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Violation violation(Contract contract, Path file, InventoryFinding finding) {
    String vendor = contract.folder().getFileName().toString();
    Matcher component = COMPONENT.matcher(finding.place());
    boolean inFile = component.matches();
    String text =
        finding.line() == 0
            ? "no line of " + contract.label(file) + " says so"
            : "%s:%d says %s (%s)"
                .formatted(contract.label(file), finding.line(), finding.said(), finding.source());
    return new Violation(
        vendor + "/" + (inFile ? "components/" + component.group(1) + ".yaml" : "openapi.yaml"),
        inFile ? component.group(2) + component.group(3) : finding.place(),
        "%s, %s: the contract says %s, %s"
            .formatted(finding.address(), finding.column(), finding.found(), text),
        finding.line() == 0
            ? "a line with the place in the vendor's text, or x-documented: false"
            : "what the vendor's text says; correct whichever of the two misreads it");
  }
}
