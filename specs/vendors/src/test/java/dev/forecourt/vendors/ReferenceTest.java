package dev.forecourt.vendors;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages of the reference list what is in the code, and nothing else. */
@Tag("documents")
final class ReferenceTest {

  private static final Path ROOT = Path.of(System.getProperty("forecourt.specs")).getParent();
  private static final Path PAGES = ROOT.resolve("specs/docs/reference");
  private static final Path RUNTIME =
      ROOT.resolve("clients/runtime/src/main/java/dev/forecourt/runtime");
  private static final Path VERIFIER =
      ROOT.resolve("contract-tests/verifier/src/main/java/dev/forecourt/verifier");
  private static final Pattern CODES =
      Pattern.compile("Exit codes?:? 0:? ([^;]+); 1:? ([^;]+); 2:? ([^.]+)\\.");

  @Test
  void modulesAreThoseOfTheBuild() throws IOException {
    Set<String> vendors =
        VendorList.of(ROOT).all().stream()
            .map(ListedVendor::id)
            .collect(toCollection(TreeSet::new));
    Set<String> modules = new TreeSet<>();
    for (String part : List.of("specs", "clients", "mock-servers", "contract-tests")) {
      for (String name : found("<module>(\\S+)</module>", ROOT.resolve(part + "/pom.xml"))) {
        String pom = Files.readString(ROOT.resolve(part).resolve(name).resolve("pom.xml"));
        boolean published = pom.contains("<publish.skip>false</publish.skip>");
        String artifact = artifact(pom);
        boolean ofAVendor = vendors.contains(name);
        modules.add(
            "`%s/%s` | `%s` | %s"
                .formatted(
                    part,
                    ofAVendor ? "<vendor>" : name,
                    ofAVendor ? artifact.replaceAll(name + "$", "<vendor>") : artifact,
                    published ? "yes" : "no"));
      }
    }

    Set<String> listed =
        new TreeSet<>(
            found(
                "(?m)^\\| (`[^`]+` \\| `[^`]+` \\| (?:yes|no)) \\|", PAGES.resolve("modules.md")));

    assertThat(listed).isEqualTo(modules);
  }

  private static String artifact(String pom) {
    return found(
            Pattern.compile("<artifactId>(\\S+)</artifactId>"),
            pom.replaceFirst("(?s)<parent>.*?</parent>", ""))
        .get(0);
  }

  @Test
  void exitCodesAreThoseOfTheScripts() throws IOException {
    String page = Files.readString(PAGES.resolve("exit-codes.md"));
    List<String> rows = new ArrayList<>();
    try (Stream<Path> scripts = Files.list(ROOT.resolve("scripts"))) {
      for (Path script : scripts.filter(Files::isRegularFile).sorted().toList()) {
        String text = Files.readString(script).replace("\n# ", " ");
        CODES
            .matcher(text)
            .results()
            .forEach(
                codes ->
                    rows.add(
                        "`scripts/%s` | %s | %s | %s |"
                            .formatted(
                                script.getFileName(),
                                codes.group(1),
                                codes.group(2),
                                codes.group(3))));
      }
    }

    assertThat(rows).hasSizeGreaterThan(4).allSatisfy(row -> assertThat(page).contains(row));
  }

  @Test
  void exitCodesNameEveryCommandOfTheVerifier() throws IOException {
    Set<String> commands = new TreeSet<>();
    for (Path command : javaFiles(VERIFIER.resolve("cli"))) {
      if (command.getFileName().toString().endsWith("Command.java")) {
        commands.add(found("name = \"([a-z]+)\"", command).get(0));
      }
    }

    assertThat(
            new TreeSet<>(found("`forecourt-verifier ([a-z]+)`", PAGES.resolve("exit-codes.md"))))
        .isEqualTo(commands);
  }

  @Test
  void reportFormatsAreThoseOfTheVerifier() throws IOException {
    Set<String> formats = new TreeSet<>();
    found("(?m)^  ([A-Z]+) \\{", VERIFIER.resolve("output/Format.java"))
        .forEach(each -> formats.add(each.toLowerCase(java.util.Locale.ROOT)));
    formats.addAll(
        found("(?m)^    ([a-z]+)\\(\\w+::of\\)", VERIFIER.resolve("cli/DiffCommand.java")));

    assertThat(new TreeSet<>(found("(?m)^\\| `([a-z]+)` \\|", PAGES.resolve("report-formats.md"))))
        .isEqualTo(formats);
  }

  @Test
  void eventsAreThoseOfAListener() throws IOException {
    Set<String> members = new TreeSet<>();
    members.addAll(
        found(
            "(?m)^  public [\\w<>, ]+ (\\w+)\\(\\)", RUNTIME.resolve("observe/RequestEvent.java")));
    members.remove("toString");
    members.addAll(
        found(
            "(?m)^  (?:default )?\\w+ (\\w+)\\(\\w+ \\w+\\)",
            RUNTIME.resolve("observe/RequestListener.java")));

    Set<String> listed = new TreeSet<>();
    for (String cell : found("(?m)^\\| (`[^|]+`) \\|", PAGES.resolve("events.md"))) {
      listed.addAll(found(Pattern.compile("(\\w+)\\("), cell));
    }

    assertThat(listed).isEqualTo(members);
  }

  @Test
  void metricsAreThoseOfTheListeners() throws IOException {
    String name = "((?:http|forecourt|server|url|error)\\.[a-z_.]+)";
    Set<String> names = new TreeSet<>();
    for (Path file : javaFiles(RUNTIME.resolve("observe"))) {
      names.addAll(found("\"" + name + "\"", file));
    }

    assertThat(new TreeSet<>(found("`" + name + "`", PAGES.resolve("metrics.md"))))
        .isEqualTo(names);
  }

  @Test
  void settingsAreThoseOfABuilder() throws IOException {
    Set<String> settings =
        new TreeSet<>(
            found("(?m)^  public B (\\w+)\\(", RUNTIME.resolve("VendorClientBuilder.java")));

    String page = Files.readString(PAGES.resolve("client-settings.md"));

    assertThat(settings)
        .hasSizeGreaterThan(10)
        .allSatisfy(each -> assertThat(page).containsPattern("`" + each + "[`(]"));
  }

  @Test
  void errorsNameEveryException() throws IOException {
    String page = Files.readString(ROOT.resolve("specs/docs/guide/errors.md"));

    for (Path file : javaFiles(RUNTIME.resolve("errors"))) {
      String name = file.getFileName().toString().replace(".java", "");
      if (name.endsWith("Exception")) {
        assertThat(page).contains("`" + name + "`");
      }
    }
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<String> found(String pattern, Path file) {
    try {
      return found(Pattern.compile(pattern), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult each) -> each.group(1)).toList();
  }
}
