package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The table of wire errors in {@code clients/templates/README.md} names tests that exist.
 *
 * <p>Looks for them in the sources, because the tests of other modules are not on this class path.
 */
@Tag("documents")
class WireErrorsIndexTest {
  private static final Path CLIENTS =
      Path.of(System.getProperty("forecourt.specs")).resolveSibling("clients");
  private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|.*");
  private static final Pattern TEST = Pattern.compile("`(\\w+) (\\w+)#(\\w+)`");

  private static List<String> rows() throws IOException {
    return Files.readAllLines(CLIENTS.resolve("templates/README.md")).stream()
        .filter(line -> ROW.matcher(line).matches())
        .toList();
  }

  @Test
  void namesATestForEachOfTheTwelve() throws IOException {
    assertThat(rows())
        .extracting(row -> row.split("\\|")[1].strip())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).mapToObj(String::valueOf).toList());
    assertThat(rows()).allSatisfy(row -> assertThat(TEST.matcher(row).find()).as(row).isTrue());
  }

  @Test
  void namesOnlyTestsThatExist() throws IOException {
    for (String row : rows()) {
      Matcher test = TEST.matcher(row);
      while (test.find()) {
        assertThat(source(test.group(1), test.group(2)))
            .as(test.group())
            .containsPattern(
                "(?s)@(Test|ParameterizedTest)\\b[^;{]*(\\{[^}]*\\}[^;{]*)?\\bvoid "
                    + test.group(3)
                    + "\\(");
      }
    }
  }

  private static String source(String module, String type) throws IOException {
    try (Stream<Path> files = Files.walk(CLIENTS.resolve(module).resolve("src"))) {
      Path source =
          files
              .filter(file -> file.getFileName().toString().equals(type + ".java"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("No " + type + ".java in " + module));
      return Files.readString(source);
    }
  }
}
