package dev.forecourt.contract.rules;

import dev.forecourt.contract.importer.ImportRefusal;
import dev.forecourt.contract.importer.Importer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code openapi.yaml} is exactly the vendor's file with the overlay: nobody edits it. */
final class ContractIsVendorFileWithOverlay implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    ImportedContract imported = new ImportedContract(contract.folder());
    try {
      String right = Importer.openapi(imported.vendorFile(), imported.overlay());
      String found = imported.openapi();
      return right.equals(found) ? List.of() : List.of(differs(contract, right, found));
    } catch (ImportRefusal e) {
      return List.of(
          new Violation(
              contract.label(contract.folder().resolve("overlay.yaml")),
              "the overlay",
              e.getMessage(),
              "an overlay whose every action changes the vendor's file"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Violation differs(Contract contract, String right, String found) {
    String[] rights = right.split("\n", -1);
    String[] founds = found.split("\n", -1);
    int line = 0;
    while (line < Math.min(rights.length, founds.length) && rights[line].equals(founds[line])) {
      line++;
    }
    return new Violation(
        contract.label(contract.root()),
        "line " + (line + 1),
        "says '%s', vendor's file and overlay say '%s'"
            .formatted(at(founds, line).strip(), at(rights, line).strip()),
        "change overlay.yaml, then make openapi.yaml anew: scripts/new-vendor %s FILE --update"
            .formatted(contract.folder().getFileName()));
  }

  private static String at(String[] lines, int line) {
    return line < lines.length ? lines[line] : "";
  }
}
