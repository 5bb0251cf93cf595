package dev.forecourt.vendors;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of {@code x-} keys: each key that a contract has, and who really reads it. */
@Tag("documents")
final class ExtensionsTest {

  private static final Path ROOT = Path.of(System.getProperty("forecourt.specs")).getParent();
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(x-[a-z-]+).*\\| ([^|]+) \\|$");
  private static final Pattern KEY = Pattern.compile("(?m)^[ -]*(x-[a-z-]+):");

  /** Who may stand in the last column, and where it is written. */
  private static final Map<String, List<String>> READERS =
      Map.of(
          "client generator", List.of("clients/normalizer/src/main", "clients/templates"),
          "client runtime", List.of("clients/runtime/src/main"),
          "stub generator", List.of("mock-servers/codegen/src/main"),
          "rules", List.of("specs/rules/src"),
          "importer", List.of("specs/importer/src/main"),
          "bundles and inventory", List.of("specs/tools/src/main"),
          "verifier", List.of("contract-tests/verifier/src/main", "contract-tests/kit/src/main"),
          "scripts", List.of("scripts"));

  @Test
  void explainsEveryKeyOfTheContracts() throws IOException {
    Set<String> used = new TreeSet<>();

    for (Path contract : files(ROOT.resolve("specs"), ".yaml")) {
      // not the vendors' own files and samples
      if (!contract.toString().matches(".*/(evidence|vendor|target|src)/.*")) {
        KEY.matcher(Files.readString(contract)).results().forEach(key -> used.add(key.group(1)));
      }
    }

    assertThat(used).contains("x-source", "x-paging");
    assertThat(rows()).containsKeys(used.toArray(String[]::new));
  }

  @Test
  void namesThoseWhoReadAKey() throws IOException {
    Map<String, String> code = new TreeMap<>();
    for (Map.Entry<String, List<String>> reader : READERS.entrySet()) {
      code.put(reader.getKey(), code(reader.getValue()));
    }

    for (Map.Entry<String, List<String>> row : rows().entrySet()) {
      Set<String> named = new TreeSet<>(row.getValue());
      named.retainAll(READERS.keySet());
      assertThat(named)
          .as("who reads %s, by specs/docs/extensions.md", row.getKey())
          .isEqualTo(readers(row.getKey(), code));
    }
  }

  private static Set<String> readers(String key, Map<String, String> code) {
    Pattern mention = Pattern.compile(Pattern.quote(key) + "(?![a-z-])");
    Set<String> readers = new TreeSet<>();
    code.forEach(
        (reader, text) -> {
          if (mention.matcher(text).find()) {
            readers.add(reader);
          }
        });
    return readers;
  }

  private static Map<String, List<String>> rows() throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    String table = Files.readString(ROOT.resolve("specs/docs/extensions.md"));
    for (MatchResult row : ROW.matcher(table).results().toList()) {
      rows.put(row.group(1), List.of(row.group(2).split(", ")));
    }
    return rows;
  }

  /** All lines but comments. */
  private static String code(List<String> folders) throws IOException {
    StringBuilder code = new StringBuilder();
    for (String folder : folders) {
      for (Path file : files(ROOT.resolve(folder), "")) {
        if (!file.toString().matches(".*\\.(md|json|yaml|jar)")) {
          code.append(
              Files.readString(file)
                  .lines()
                  .filter(line -> !line.strip().matches("(\\*|//|/\\*|#).*"))
                  .collect(joining("\n", "", "\n")));
        }
      }
    }
    return code.toString();
  }

  private static List<Path> files(Path folder, String end) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> each.toString().endsWith(end))
          .filter(each -> !each.toString().contains("/target/"))
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
