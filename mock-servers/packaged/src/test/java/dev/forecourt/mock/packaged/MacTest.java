package dev.forecourt.mock.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scripts with what macOS has: programs that take BSD's options alone, none that only GNU has,
 * no folder {@code /proc}, and the bash of 2007.
 */
final class MacTest {

  private static final Path ROOT = Path.of(System.getProperty("forecourt.specs")).getParent();

  /** Of the programs that scripts use, those that macOS brings. */
  private static final List<String> PROGRAMS =
      List.of(
          ("awk basename bash cat chmod cmp comm cp curl cut date diff dirname env find git grep"
                  + " head kill ln ls mkdir mktemp mv nohup paste ps readlink rm sed sh sleep sort"
                  + " tail tar tee touch tr true uname uniq wc xargs")
              .split(" "));

  /** What came with bash 4 and later, each with what it looks like. */
  private static final Map<String, Pattern> NEWER =
      Map.of(
          "mapfile, readarray", Pattern.compile("\\b(mapfile|readarray)\\b"),
          "associative arrays", Pattern.compile("\\b(declare|local|typeset) -[a-zA-Z]*[An]"),
          "case in expansions", Pattern.compile("\\$\\{[A-Za-z_0-9]+(\\[[@*]\\])?(,|\\^)"),
          "joined redirections", Pattern.compile("&>>|\\|&(?!&)"),
          "wait -n", Pattern.compile("\\bwait -n"),
          "printf of times", Pattern.compile("%\\([^)]*\\)T"),
          "places from the end", Pattern.compile("\\$\\{[A-Za-z_]+\\[ *-[0-9]"),
          "transformations", Pattern.compile("\\$\\{[A-Za-z_]+@[A-Z]\\}"),
          "globstar", Pattern.compile("shopt -s globstar"),
          "EPOCHSECONDS", Pattern.compile("\\$\\{?EPOCH"));

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("scripts")
  void usesNothingThatTheOldBashLacks(Path script) throws IOException {
    List<String> code =
        Files.readAllLines(script).stream().filter(each -> !each.strip().startsWith("#")).toList();

    NEWER.forEach(
        (name, pattern) ->
            assertThat(code)
                .as("%s has no %s", ROOT.relativize(script), name)
                .noneMatch(each -> pattern.matcher(each).find()));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void explainsItselfThere(Path script) throws Exception {
    Said said = run(ROOT, script.toString(), "--help");

    assertThat(said.text()).contains("scripts/" + script.getFileName());
    assertThat(said.code()).as(said.text()).isZero();
  }

  @Test
  void refusesWhatOnlyGnuTakes() throws Exception {
    assertThat(run(ROOT, "bash", "-c", "echo a | sed -r s/a/b/").text())
        .isEqualTo("sed: illegal option -- -r\n");
    assertThat(run(ROOT, "bash", "-c", "command -v timeout").code()).isEqualTo(1);
  }

  /** The way of every day: start, look, end. */
  @Test
  void startsShowsAndEndsTheMocksThere() throws Exception {
    Path checkout = checkout();

    Said started =
        run(
            checkout,
            "bash",
            "scripts/mock",
            "--detach",
            "--",
            "--port",
            "fidcar=0",
            "--vendor",
            "fidcar");

    assertThat(started.code()).as(started.text()).isZero();
    assertThat(started.text()).contains("fidcar ready at http://").contains("The mock is ready");
    Said status = run(checkout, "bash", "scripts/mock", "status");
    assertThat(status.text())
        .contains("fidcar ready at http://")
        .contains("started by this script: stub for all, process ");
    Said stopped = run(checkout, "bash", "scripts/mock", "stop");
    assertThat(stopped.text()).startsWith("==> Ended the stub process ");
    assertThat(run(checkout, "bash", "scripts/mock", "stop").text())
        .contains("Nothing to end: no mock runs that this script started");
  }

  /** What the script needs, with the JAR newer than all that goes into it. */
  private Path checkout() throws IOException {
    Path checkout = folder.resolve("checkout");
    for (Path each : scripts().toList()) {
      copy(each, checkout);
    }
    copy(ROOT.resolve("pom.xml"), checkout);
    copy(ROOT.resolve("mock-servers/server/jvm.options"), checkout);
    try (Stream<Path> specs = Files.list(ROOT.resolve("specs"))) {
      for (Path each : specs.map(vendor -> vendor.resolve("openapi.yaml")).toList()) {
        if (Files.exists(each)) {
          copy(each, checkout);
        }
      }
    }
    Path jar = Path.of(System.getProperty("forecourt.jar"));
    Path target = Files.createDirectories(checkout.resolve("mock-servers/server/target"));
    Files.copy(jar, target.resolve(jar.getFileName()));
    // "/proc" is not there, which its own variable says
    Path processes = checkout.resolve("scripts/lib/process.sh");
    Files.writeString(
        processes, Files.readString(processes).replace("proc=/proc", "proc=/nowhere"));
    return checkout;
  }

  private static void copy(Path file, Path checkout) throws IOException {
    Path to = checkout.resolve(ROOT.relativize(file));
    Files.createDirectories(to.getParent());
    Files.copy(file, to);
  }

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT.resolve("scripts"))) {
      return all.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  static Stream<Path> programs() throws IOException {
    return scripts().filter(each -> each.getParent().endsWith("scripts"));
  }

  private Said run(Path directory, String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    String path = System.getenv("PATH");
    Map<String, String> environment = builder.environment();
    environment.remove("JAVA_TOOL_OPTIONS");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("REAL_PATH", path);
    environment.put("PATH", programsOf(path).toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), said);
  }

  /** The folder that is all of the path. */
  private Path programsOf(String path) throws IOException {
    Path bin = folder.resolve("bin");
    if (Files.exists(bin)) {
      return bin;
    }
    Files.createDirectories(bin);
    Path refuse = Path.of("src/test/resources/macos/refuse");
    for (String name : PROGRAMS) {
      Path copy = Files.copy(refuse, bin.resolve(name));
      assertThat(copy.toFile().setExecutable(true)).isTrue();
    }
    // these run us, and take what they take everywhere
    for (String name : List.of("bash", "sh", "mvn")) {
      Path real = real(name, path);
      Files.deleteIfExists(bin.resolve(name));
      Files.createSymbolicLink(bin.resolve(name), real);
    }
    return bin;
  }

  private static Path real(String name, String path) {
    return Stream.of(path.split(":"))
        .map(each -> Path.of(each, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private record Said(int code, String text) {}
}
