package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.verifier.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Contracts with one edit each. A vendor's is copied once and put back after each edit: to write
 * its hundreds of files takes longer than to compare it.
 */
final class EditedContracts {
  private final Path folder;

  /** Takes an empty folder. */
  EditedContracts(Path folder) {
    this.folder = folder;
  }

  /**
   * The contract of a vendor with the first of a text replaced in one file; {@code ~} is a new
   * line.
   */
  JsonNode edited(String vendor, String file, String from, String to) throws IOException {
    Path copy = folder.resolve(vendor);
    if (!Files.exists(copy)) {
      Copies.of(Checkout.contract(vendor), copy);
    }
    Path edited = copy.resolve(file);
    String original = Files.readString(edited);
    Copies.edit(edited, from.replace('~', '\n'), to.replace('~', '\n'));
    try {
      return Bundle.of(copy);
    } finally {
      Files.writeString(edited, original);
    }
  }
}
