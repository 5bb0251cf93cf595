package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scripts share, run by the shell: JDKs, and processes that they know again. */
final class ScriptsTest {

  private static final Path ROOT = Path.of(System.getProperty("forecourt.specs")).getParent();
  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir private Path directory;
  private Process other;

  @AfterEach
  void end() {
    if (other != null) {
      other.destroyForcibly();
    }
  }

  @Test
  void readsTheVersionOfTheJdkWhateverItsToolOptions() throws Exception {
    Said said =
        bash(
            "need_java; echo good",
            Map.of("JAVA_TOOL_OPTIONS", "-Dfile.encoding=UTF-8", "JAVA_HOME", JAVA_HOME));

    assertThat(said).isEqualTo(new Said(0, "good\n"));
  }

  @Test
  void takesTheJdkOfJavaHomeBeforeThatOfThePath() throws Exception {
    fake("javac", "echo javac 99.0.1");
    fake("java", "");

    Said said =
        bash(
            "need_java; javac -version; command -v java",
            Map.of("JAVA_HOME", directory.toString()));

    assertThat(said).isEqualTo(new Said(0, "javac 99.0.1\n" + directory + "/bin/java\n"));
  }

  @Test
  void refusesAJavaHomeWithoutAJdk() throws Exception {
    Said said = bash("need_java", Map.of("JAVA_HOME", directory.toString()));

    assertThat(said)
        .isEqualTo(
            new Said(
                1,
                "!!! JAVA_HOME is %s, where no bin/javac is. Point it at a JDK, or unset it to use the one in PATH.\n"
                    .formatted(directory)));
  }

  @Test
  void refusesAJdkThatIsTooOld() throws Exception {
    // up to 8 the version went to stderr
    fake("javac", "echo javac 1.8.0_402 >&2");
    fake("java", "");

    Said said = bash("need_java", Map.of("JAVA_HOME", directory.toString()));

    assertThat(said)
        .isEqualTo(
            new Said(
                1,
                "!!! JDK 8 or older found, JDK 17 or newer is needed. Point PATH or JAVA_HOME at one.\n"));
  }

  /** Its number may be another one's by now: only one that is the same in all counts. */
  @Test
  void knowsAProcessByItsStartAndItsFolder() throws Exception {
    other = new ProcessBuilder("sleep", "600").directory(ROOT.toFile()).start();
    Process elsewhere = new ProcessBuilder("sleep", "600").directory(directory.toFile()).start();
    try {
      String same = "is_same_process %d %s && echo same || echo other; ";
      Said said =
          bash(
              same.formatted(other.pid(), "\"$(process_start " + other.pid() + ")\"")
                  + same.formatted(other.pid(), "x:1")
                  + same.formatted(other.pid(), "''")
                  + same.formatted(elsewhere.pid(), "\"$(process_start " + elsewhere.pid() + ")\""),
              Map.of("JAVA_HOME", JAVA_HOME));

      assertThat(said).isEqualTo(new Said(0, "same\nother\nother\nother\n"));
    } finally {
      elsewhere.destroyForcibly();
    }
  }

  @Test
  void endsAProcessAndSaysWhenItDoesNotEnd() throws Exception {
    other = new ProcessBuilder("sleep", "600").directory(ROOT.toFile()).start();
    String end = "end_process %d \"$(process_start %d)\" %d && echo ended || echo runs";

    assertThat(bash(end.formatted(other.pid(), other.pid(), 60), Map.of("JAVA_HOME", JAVA_HOME)))
        .isEqualTo(new Said(0, "ended\n"));

    // one that does not listen; it says so itself, once it does not
    other =
        new ProcessBuilder("bash", "-c", "trap '' TERM; echo deaf; exec sleep 600")
            .directory(ROOT.toFile())
            .start();
    assertThat(other.inputReader().readLine()).isEqualTo("deaf");
    assertThat(bash(end.formatted(other.pid(), other.pid(), 0), Map.of("JAVA_HOME", JAVA_HOME)))
        .isEqualTo(new Said(0, "runs\n"));
  }

  @Test
  void refusesWhatItCannotTestBeforeItInstallsAnything() throws Exception {
    Map<String, String> none = Map.of();

    assertThat(bash("scripts/test --changed nowhere", none))
        .isEqualTo(
            wrong(
                "test",
                "There is no commit 'nowhere' to compare with. --changed takes one, such as main."));
    assertThat(bash("scripts/test fidcar", none))
        .isEqualTo(wrong("test", "One vendor alone: scripts/test --vendor fidcar"));
    assertThat(bash("scripts/lint fidcar", none))
        .isEqualTo(wrong("lint", "One vendor alone: scripts/lint --vendor fidcar"));
    assertThat(bash("scripts/lint --vendor", none).text())
        .startsWith("!!! Which vendor? One of: autengo ");
    assertThat(bash("scripts/test --vendor fidcra", none).text())
        .startsWith("!!! No vendor is called 'fidcra'. There are: autengo ");
    assertThat(bash("scripts/test --vendro fidcar", none))
        .isEqualTo(wrong("test", "Unknown argument: --vendro"));
    assertThat(bash("scripts/test --changed --vendor", none))
        .isEqualTo(wrong("test", "Unknown argument: --vendor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--changed -h", "--changed --help", "--vendor -h"})
  void testHelpsWhereverItIsAsked(String arguments) throws Exception {
    Said said = bash("scripts/test " + arguments, Map.of());

    assertThat(said.code()).isZero();
    assertThat(said.text()).startsWith("Runs every test: ");
  }

  /** Not those that pass their arguments on to a program which they have to build first. */
  @ParameterizedTest
  @MethodSource("scripts")
  void endWithCode2WhenTheyAreCalledWrongly(String script) throws Exception {
    Said said = bash("scripts/" + script + " --no-such-option </dev/null", Map.of());

    assertThat(said.code()).as(said.text()).isEqualTo(2);
    assertThat(said.text()).startsWith("!!! ").contains("scripts/" + script + " --help shows");
  }

  private static Stream<String> scripts() throws IOException {
    try (Stream<Path> all = Files.list(ROOT.resolve("scripts"))) {
      return all
          .filter(Files::isRegularFile)
          .map(each -> each.getFileName().toString())
          .filter(each -> !each.equals("test") && !each.equals("verify-pact"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Said wrong(String script, String message) {
    return new Said(
        2, "!!! %s\n    scripts/%s --help shows what it takes.\n".formatted(message, script));
  }

  private void fake(String program, String body) throws IOException {
    Path file = Files.createDirectories(directory.resolve("bin")).resolve(program);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Said bash(String commands, Map<String, String> environment)
      throws IOException, InterruptedException {
    String all =
        "set -euo pipefail; . scripts/lib/common.sh; . scripts/lib/process.sh; " + commands;
    ProcessBuilder builder =
        new ProcessBuilder(List.of("bash", "-c", all))
            .directory(ROOT.toFile())
            .redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), said);
  }

  private record Said(int code, String text) {}
}
