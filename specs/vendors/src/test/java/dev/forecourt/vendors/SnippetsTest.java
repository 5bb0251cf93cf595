package dev.forecourt.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.vendors.documents.Documents;
import dev.forecourt.vendors.documents.Snippet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Every block of every document is part of a test, a command that is understood, or data that can
 * be read; or it stands in {@code specs/docs/unchecked-snippets.psv} with the reason. Calls of the
 * mocks are made by {@code DocumentedCallsTest}.
 */
@Tag("documents")
final class SnippetsTest {

  private static final Path ROOT = Path.of(System.getProperty("forecourt.specs")).getParent();
  private static final Path UNCHECKED = ROOT.resolve("specs/docs/unchecked-snippets.psv");

  private static final Pattern FENCED = Pattern.compile("(?s)```.*?```");
  private static final Pattern INLINE = Pattern.compile("`([^`]+)`");

  private final DocumentedCommands commands = new DocumentedCommands(ROOT);
  private List<Snippet> snippets;

  @BeforeEach
  void read() throws IOException {
    snippets = Documents.of(ROOT).snippets();
  }

  @Test
  void sayTheirLanguage() {
    assertThat(snippets.stream().filter(each -> each.language().isEmpty()).map(Snippet::place))
        .as("blocks without a language: sh for commands, text for what they print")
        .isEmpty();
  }

  @Test
  void arePartOfTheFileThatTheyName() throws IOException {
    List<String> wrong = new ArrayList<>();

    for (Snippet each : snippets) {
      if (each.source() != null && !isIn(ROOT.resolve(each.source()), each)) {
        wrong.add("%s is no part of %s".formatted(each.place(), each.source()));
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void canBeReadAsWhatTheyAre() {
    List<String> wrong = new ArrayList<>();

    for (Snippet each : snippets) {
      String problem = isAnswerOfACall(each) ? null : problem(each);
      if (problem != null) {
        wrong.add(each.place() + ": " + problem);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void holdCommandsThatAreUnderstood() throws Exception {
    List<String> wrong = new ArrayList<>();

    for (Snippet each : snippets) {
      for (String command : each.language().equals("sh") ? each.commands() : List.<String>of()) {
        commands.problems(command).forEach(problem -> wrong.add(each.place() + ": " + problem));
      }
    }

    assertThat(wrong).isEmpty();
  }

  /** The same for commands in the middle of a sentence or a table. */
  @Test
  void nameCommandsThatAreUnderstood() throws Exception {
    List<String> wrong = new ArrayList<>();

    for (Path file : Documents.of(ROOT).files()) {
      // what changed once may name what is gone
      String prose = file.endsWith("CHANGELOG.md") ? "" : Files.readString(file);
      for (String command : inline(prose)) {
        commands
            .problems(command)
            .forEach(
                problem ->
                    wrong.add("%s: `%s`: %s".formatted(ROOT.relativize(file), command, problem)));
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void nameOptionsThatSomeProgramHas() throws IOException {
    Set<String> unknown = new TreeSet<>();

    for (Path file : Documents.of(ROOT).files()) {
      for (String code : inline(Files.readString(file))) {
        String option = code.replaceFirst("(?s)[^a-z.-].*", "");
        if (option.matches("--[a-z-]+") && !commands.isOption(option)) {
          unknown.add(ROOT.relativize(file) + " names " + option);
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  private static List<String> inline(String markdown) {
    return INLINE
        .matcher(FENCED.matcher(markdown).replaceAll(""))
        .results()
        .map(each -> each.group(1).replaceAll("\\s+", " "))
        .toList();
  }

  @Test
  void areCheckedOrListedWithAReason() throws IOException {
    Set<String> unchecked = new TreeSet<>();
    for (Snippet each : snippets) {
      if (!isChecked(each)) {
        unchecked.add(each.document() + " | " + shown(each));
      }
    }

    Set<String> listed = listed();
    assertThat(unchecked.stream().filter(each -> !listed.contains(each)))
        .as("blocks to check, or to list with a reason in %s", UNCHECKED)
        .isEmpty();
    assertThat(listed.stream().filter(each -> !unchecked.contains(each)))
        .as("lines of %s that no block needs", UNCHECKED)
        .isEmpty();
  }

  private static Set<String> listed() throws IOException {
    Set<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(UNCHECKED)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        assertThat(line).as("document | first line | reason").matches("\\S+ \\| .+ \\| \\S.*");
        listed.add(line.substring(0, line.lastIndexOf(" | ")));
      }
    }
    return listed;
  }

  private static String shown(Snippet snippet) {
    String line = snippet.firstLine().replace(" | ", " / ");
    return line.length() > 80 ? line.substring(0, 80).strip() : line;
  }

  private boolean isChecked(Snippet snippet) {
    return snippet.source() != null
        || switch (snippet.language()) {
          case "xml", "json", "yaml", "properties" -> true;
          case "sh" ->
              DocumentedCommands.isCall(snippet)
                  || snippet.commands().stream().allMatch(commands::knows);
          case "text" -> isAnswerOfACall(snippet);
          case "js" -> snippet.text().contains("fetch('http://localhost:40");
          default -> false;
        };
  }

  private boolean isAnswerOfACall(Snippet snippet) {
    return snippet.answers()
        && DocumentedCommands.isCall(snippets.get(snippets.indexOf(snippet) - 1));
  }

  private static boolean isIn(Path file, Snippet snippet) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    String source = words(Files.readString(file));
    // a test passes in what an application writes: the address of its mock, and where it prints to
    String inATest =
        snippet
            .text()
            .replace("System.out", "out")
            .replaceAll("\"http://127\\.0\\.0\\.1:40\\d\\d\"", "url");
    return source.contains(words(snippet.text())) || source.contains(words(inATest));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Why a block of data cannot be read; null if it can, or is none. */
  private static String problem(Snippet snippet) {
    String text = snippet.text();
    try {
      switch (snippet.language()) {
        case "xml" ->
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(
                    new ByteArrayInputStream(
                        ("<all>" + text + "</all>").getBytes(StandardCharsets.UTF_8)));
        case "json", "yaml" -> new Yaml().load(text);
        case "properties" -> assertThat(text.lines()).allMatch(line -> line.matches("[\\w.-]+=.*"));
        default -> {
          // no data
        }
      }
      return null;
    } catch (Exception | AssertionError e) {
      return e.getMessage();
    }
  }
}
