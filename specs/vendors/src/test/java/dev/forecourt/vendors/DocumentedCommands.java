package dev.forecourt.vendors;

import dev.forecourt.vendors.documents.Snippet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which commands documents may show, and whether the programs take what is shown. */
final class DocumentedCommands {

  private static final Pattern VARIABLES = Pattern.compile("^([A-Z_]+=('[^']*'|\\S*)\\s+)*");
  private static final Pattern OPTION = Pattern.compile("(?<=\\s)--[a-z][a-z-]*");
  private static final Pattern CALL =
      Pattern.compile("(?s)curl .*https?://(127\\.0\\.0\\.1|localhost):40\\d\\d");
  private static final Pattern SCRIPT = Pattern.compile("^scripts/([a-z-]+)");
  private static final Pattern JAR =
      Pattern.compile("^java -jar \\S*forecourt-([a-z-]+?)(-0.1.0-SNAPSHOT)?\\.jar");
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "verifier", "contract-tests/verifier/src/main/java",
          "cli", "mock-servers/forecourt/src/main/java",
          "mock-servers",
              "mock-servers/server/src/main/java/dev/forecourt/mock/server/Option.java");

  private final Path root;
  private final Map<String, String> sources = new HashMap<>();

  DocumentedCommands(Path root) {
    this.root = root;
  }

  /** Whether a block calls the mocks by curl: {@code DocumentedCallsTest} runs it. */
  static boolean isCall(Snippet snippet) {
    return snippet.language().equals("sh") && CALL.matcher(snippet.text()).find();
  }

  /** Whether a command is one whose options are checked here. */
  boolean knows(String command) {
    String bare = bare(command);
    return SCRIPT.matcher(bare).find()
        || JAR.matcher(bare).find()
        || bare.startsWith("mvn ")
        || bare.startsWith("npx forecourt-mocks");
  }

  /** Whether any of our programs and scripts has an option of this name. */
  boolean isOption(String name) throws IOException {
    for (String each : PROGRAMS.values()) {
      if (names(source(each), name)) {
        return true;
      }
    }
    return names(source("scripts"), name) || names(source(".ci"), name);
  }

  /** What the program does not take. */
  List<String> problems(String command) throws IOException {
    List<String> problems = new ArrayList<>();
    for (String each : command.split("&&")) {
      String bare = bare(each.strip());
      Matcher script = SCRIPT.matcher(bare);
      Matcher jar = JAR.matcher(bare);
      if (script.find()) {
        scriptProblems(script.group(1), bare, problems);
      } else if (jar.find()) {
        options(bare, "forecourt-" + jar.group(1), source(PROGRAMS.get(jar.group(1))), problems);
      } else if (bare.startsWith("npx forecourt-mocks")) {
        options(bare, "forecourt-mocks", source(PROGRAMS.get("mock-servers")), problems);
      } else if (bare.startsWith("mvn ")) {
        mavenProblems(bare, problems);
      }
    }
    return problems;
  }

  private void scriptProblems(String name, String command, List<String> problems)
      throws IOException {
    if (!Files.exists(root.resolve("scripts").resolve(name))) {
      problems.add("there is no scripts/" + name);
      return;
    }
    String own = command;
    int passedOn = command.indexOf(" -- ");
    if (passedOn >= 0) {
      own = command.substring(0, passedOn);
      String rest = command.substring(passedOn + 3);
      options(rest, "the mock process", source(PROGRAMS.get("mock-servers")), problems);
    }
    options(own, "scripts/" + name, help(name), problems);
  }

  private static void options(String command, String program, String known, List<String> problems) {
    for (MatchResult option : OPTION.matcher(command.split(" #")[0]).results().toList()) {
      if (!names(known, option.group()) && !option.group().equals("--help")) {
        problems.add(program + " does not know " + option.group());
      }
    }
  }

  /** Whether a text names this option, and not only one that begins with it. */
  private static boolean names(String text, String option) {
    return Pattern.compile(Pattern.quote(option) + "(?![a-z-])").matcher(text).find();
  }

  private void mavenProblems(String command, List<String> problems) throws IOException {
    Matcher modules = Pattern.compile("-pl (\\S+)").matcher(command);
    while (modules.find()) {
      for (String module : modules.group(1).split(",")) {
        if (!Files.exists(root.resolve(module).resolve("pom.xml"))) {
          problems.add("there is no module " + module);
        }
      }
    }
    Matcher profiles = Pattern.compile("-P ([a-z,]+)").matcher(command);
    while (profiles.find()) {
      for (String profile : profiles.group(1).split(",")) {
        if (!Files.readString(root.resolve("pom.xml")).contains("<id>" + profile + "</id>")) {
          problems.add("there is no profile " + profile);
        }
      }
    }
    Matcher test = Pattern.compile("-pl ([^ ,]+) .*-Dtest=(\\w+)").matcher(command);
    if (test.find()
        && !source(test.group(1) + "/src/test/java").contains("class " + test.group(2) + " ")) {
      problems.add("there is no test %s in %s".formatted(test.group(2), test.group(1)));
    }
  }

  /** What {@code --help} of a script prints: the comment at its begin. */
  private String help(String script) throws IOException {
    return Files.readString(root.resolve("scripts").resolve(script)).split("\n\n", 2)[0];
  }

  /** The code that names a program's options: a file, or all in a folder. */
  private String source(String path) throws IOException {
    if (!sources.containsKey(path)) {
      try (Stream<Path> files = Files.walk(root.resolve(path))) {
        StringBuilder all = new StringBuilder();
        files.filter(Files::isRegularFile).forEach(each -> all.append(text(each)));
        sources.put(path, all.toString());
      }
    }
    return sources.get(path);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bare(String command) {
    return VARIABLES.matcher(command).replaceFirst("");
  }
}
