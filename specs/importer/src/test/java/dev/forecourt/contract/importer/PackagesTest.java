package dev.forecourt.contract.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which package sees which: places and texts know nothing, steps know the draft, not each other.
 */
class PackagesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/forecourt/contract/importer");
  private static final Pattern IMPORT =
      Pattern.compile("import dev\\.forecourt\\.contract\\.importer\\.([a-z]+)\\.");

  private static final Map<String, Set<String>> MAY_SEE =
      Map.of(
          "place", Set.of(),
          "report", Set.of(),
          "text", Set.of("report"),
          "overlay", Set.of("place", "text"),
          "edit", Set.of("place", "overlay", "report"),
          // what bundling keeps apart are the kinds of a document
          "source", Set.of("place", "edit", "report", "text"),
          "repair", Set.of("place", "edit", "overlay"),
          // components get names in one way
          "guarantee", Set.of("place", "edit", "repair", "report"),
          "guess", Set.of("place", "edit", "repair", "guarantee", "report"));

  @Test
  void packagesSeeOnlyWhatTheyMay() throws IOException {
    for (Map.Entry<String, Set<String>> each : MAY_SEE.entrySet()) {
      assertThat(seenBy(each.getKey())).as(each.getKey()).isSubsetOf(each.getValue());
    }
  }

  @Test
  void everyPackageIsListed() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      List<String> packages =
          folders.filter(Files::isDirectory).map(each -> each.getFileName().toString()).toList();

      assertThat(MAY_SEE).containsOnlyKeys(packages);
    }
  }

  private static Set<String> seenBy(String name) throws IOException {
    Set<String> seen = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES.resolve(name))) {
      for (Path file : files.toList()) {
        Matcher imports = IMPORT.matcher(Files.readString(file));
        while (imports.find()) {
          seen.add(imports.group(1));
        }
      }
    }
    seen.remove(name);
    return seen;
  }
}
