package dev.forecourt.verifier.diff;

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

  /** Those that a newer changelog has beyond an older one. */
  static Justifications between(Path before, Path after) throws IOException {
    Set<String> old = new HashSet<>(read(before));
    return new Justifications(
        read(after).stream()
            .filter(line -> line.matches("(?i)- (\\d{4}-\\d{2}-\\d{2}: )?breaking: .+"))
            .filter(line -> !old.contains(line))
            .toList());
  }

  /** Whether the schema or parameter is named, or each operation that the change touches. */
  boolean cover(Change change) {
    return isNamed(change.subject())
        || !change.operations().isEmpty() && change.operations().stream().allMatch(this::isNamed);
  }

  private boolean isNamed(String name) {
    return lines.stream().anyMatch(line -> line.contains("`" + name + "`"));
  }

  private static List<String> read(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream().map(String::strip).toList()
        : List.of();
  }
}
