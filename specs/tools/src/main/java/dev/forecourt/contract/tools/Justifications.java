package dev.forecourt.contract.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The lines of a vendor's changelog that own up to a breaking change: {@code - Breaking:
 * `listReviews`: why}. Only lines that the older version does not have count.
 */
record Justifications(List<String> lines) {
  static Justifications between(Path before, Path after) throws IOException {
    Set<String> old = new HashSet<>(read(before));
    return new Justifications(
        read(after).stream()
            .map(String::strip)
            .filter(line -> line.matches("(?i)- (\\d{4}-\\d{2}-\\d{2}: )?breaking: .+"))
            .filter(line -> !old.contains(line))
            .toList());
  }

  boolean cover(ContractChange change) {
    return lines.stream().anyMatch(line -> line.contains("`" + change.operation() + "`"));
  }

  private static List<String> read(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream().map(String::strip).toList()
        : List.of();
  }
}
