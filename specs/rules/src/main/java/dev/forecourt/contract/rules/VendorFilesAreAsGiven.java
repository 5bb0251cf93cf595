package dev.forecourt.contract.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The vendor's files are byte for byte those that were imported, as their sums say. */
final class VendorFilesAreAsGiven implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    Path vendor = contract.folder().resolve("vendor");
    Path sums = vendor.resolve("SHA256SUMS");
    List<Violation> found = new ArrayList<>();
    try {
      if (!Files.exists(sums)) {
        return List.of(
            violation(
                contract, sums, "is missing", "a line for each file, as sha256sum prints it"));
      }
      for (String line : Files.readAllLines(sums)) {
        String[] parts = line.split("  ", 2);
        Path file = vendor.resolve(parts.length > 1 ? parts[1] : "");
        if (!Files.isRegularFile(file)) {
          found.add(violation(contract, file, "is missing", "the vendor's file"));
        } else if (!parts[0].equals(sum(Files.readAllBytes(file)))) {
          found.add(
              violation(
                  contract,
                  file,
                  "is not what was imported",
                  "changes go into overlay.yaml; a new version of the vendor's file is imported"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static Violation violation(Contract contract, Path file, String problem, String right) {
    return new Violation(contract.label(file), "file", problem, right);
  }

  private static String sum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
