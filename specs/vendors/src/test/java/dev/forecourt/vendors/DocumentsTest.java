package dev.forecourt.vendors;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.vendors.documents.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What documents name is there: files, headings, scripts. */
@Tag("documents")
final class DocumentsTest {

  private static final Path ROOT = Path.of(System.getProperty("forecourt.specs")).getParent();
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\[]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern SCRIPT = Pattern.compile("scripts/([a-z][a-z-]*)");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

  @Test
  void leadWhereTheirLinksSay() throws IOException {
    List<String> dead = new ArrayList<>();

    for (Path document : documents()) {
      for (MatchResult link : LINK.matcher(prose(document)).results().toList()) {
        if (!leadsSomewhere(document, link.group(1))) {
          dead.add(ROOT.relativize(document) + " leads to " + link.group(1));
        }
      }
    }

    assertThat(dead).isEmpty();
  }

  @Test
  void nameScriptsThatAreThere() throws IOException {
    List<String> unknown = new ArrayList<>();

    for (Path document : documents()) {
      // what changed once may name what is gone
      if (!document.endsWith("CHANGELOG.md")) {
        SCRIPT
            .matcher(Files.readString(document))
            .results()
            .map(each -> each.group(1))
            .filter(each -> !Files.exists(ROOT.resolve("scripts").resolve(each)))
            .forEach(each -> unknown.add(ROOT.relativize(document) + " names scripts/" + each));
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void listEveryScript() throws IOException {
    String table =
        Files.readString(ROOT.resolve("CONTRIBUTING.md"))
            .lines()
            .filter(line -> line.startsWith("| `scripts/"))
            .collect(joining());

    try (Stream<Path> scripts = Files.list(ROOT.resolve("scripts"))) {
      assertThat(
              scripts
                  .filter(Files::isRegularFile)
                  .map(each -> "`scripts/" + each.getFileName() + "`"))
          .isNotEmpty()
          .allSatisfy(each -> assertThat(table).contains(each));
    }
  }

  private static boolean leadsSomewhere(Path document, String link) throws IOException {
    if (link.matches("(?i)[a-z]+:.*")) {
      return true;
    }
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? document : document.getParent().resolve(file).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0 || headings(target).contains(link.substring(hash + 1));
  }

  /** The anchors that a reader of Markdown makes of headings. */
  private static List<String> headings(Path document) throws IOException {
    return CODE.matcher(Files.readString(document))
        .replaceAll(code -> code.group().startsWith("```") ? "" : quoted(code))
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ *", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'))
        .toList();
  }

  private static String quoted(MatchResult code) {
    return code.group().replace("\\", "").replace("$", "");
  }

  private static String prose(Path document) throws IOException {
    return CODE.matcher(Files.readString(document)).replaceAll("");
  }

  private static List<Path> documents() throws IOException {
    return Documents.of(ROOT).files();
  }
}
