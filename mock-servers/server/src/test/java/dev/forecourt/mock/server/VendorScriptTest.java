package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code scripts/test --vendor} keeps of earlier runs, and what it shows of failures. */
final class VendorScriptTest {

  private static final Path SCRIPTS =
      Path.of(System.getProperty("forecourt.specs")).resolveSibling("scripts");
  private static final String KNOWN = "    client: passed, and nothing has changed since\n";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("specs/acme"));
    Files.createDirectories(folder.resolve("work"));
    Files.writeString(folder.resolve("specs/acme/openapi.yaml"), "openapi: 3.0.3\n");
  }

  @Test
  void runsTestsOnceForTheSameKey() throws Exception {
    String said = bash("run_tests() { echo ran; }", run("one"), run("one"), run("two"));

    assertThat(said).isEqualTo("ran\n" + KNOWN + "ran\n");
  }

  @Test
  void runsTestsAgainThatFailed() throws Exception {
    String said =
        bash("run_tests() { echo ran; }", run("one"), "run_tests() { echo failed; return 1; }")
            + bash("run_tests() { echo failed; return 1; }", run("two") + " || true")
            + bash("run_tests() { echo ran; }", run("two"), run("one"));

    assertThat(said).isEqualTo("ran\nfailed\nran\nran\n");
  }

  @Test
  void runsTestsAgainThatMayHaveReadAChangedContract() throws Exception {
    String said =
        bash(
            "run_tests() { echo ran; echo '# changed' >>specs/acme/openapi.yaml; }",
            run("one"),
            "keep contract \"$(content_of specs/acme)\"",
            "run_tests() { echo ran; }",
            run("one"),
            run("one"));

    assertThat(said)
        .isEqualTo(
            "ran\n    client: specs/acme changed meanwhile; the next run tests it again\nran\n"
                + KNOWN);
  }

  @Test
  void keysHoldWhatIsKeptUnderTheirNames() throws Exception {
    String said =
        bash(
            "keep one 1; keep two 2",
            "[ \"$(tests_key one two)\" = \"$(tests_key one two)\" ] && echo same",
            "before=$(tests_key one two); keep two 3",
            "[ \"$(tests_key one two)\" = \"$before\" ] || echo other");

    assertThat(said).isEqualTo("same\nother\n");
  }

  @Test
  void contentIsKnownByNamesAndBytesWhateverOthersHashMeanwhile() throws Exception {
    Files.createDirectories(folder.resolve("specs/other"));
    Files.writeString(folder.resolve("specs/other/openapi.yaml"), "openapi: 3.1.0\n");

    String said =
        bash(
            "acme=$(content_of specs/acme)",
            "(for i in {1..30}; do content_of specs/other >/dev/null; done) &",
            "for i in {1..30}; do [ \"$(content_of specs/acme)\" = \"$acme\" ] || echo mixed; done",
            "wait",
            "mv specs/acme/openapi.yaml specs/acme/renamed.yaml",
            "[ \"$(content_of specs/acme)\" = \"$acme\" ] || echo renamed");

    assertThat(said).isEqualTo("renamed\n");
  }

  @Test
  void showsABrokenRuleWithoutTheWayToIt() throws Exception {
    String said =
        failures(
            """
        Failures (1):
          JUnit Jupiter:ContractRulesTest:everyContractKeepsEveryRule():fidcar:ExamplesFitTheirSchemas
            MethodSource [className = 'x.ContractRulesTest', methodName = 'y', methodParameterTypes = '']
            => java.lang.AssertionError:\s
        ExamplesFitTheirSchemas: fidcar/components/examples/ReviewPage.yaml at /value: too large
            right: a value that the schema accepts

               dev.forecourt.contract.rules.ContractRulesTest.keeps(ContractRulesTest.java:43)
               java.base/java.util.AbstractList$RandomAccessSpliterator.forEachRemaining(AbstractList.java:720)
               [...]

        Test run finished after 7055 ms
        [         8 containers found      ]
        """);

    assertThat(said)
        .isEqualTo(
            """
                ContractRulesTest:everyContractKeepsEveryRule():fidcar:ExamplesFitTheirSchemas
                ExamplesFitTheirSchemas: fidcar/components/examples/ReviewPage.yaml at /value: too large
                    right: a value that the schema accepts
            """);
  }

  @Test
  void showsTheLineOfOursThatATestFailedAt() throws Exception {
    String said =
        failures(
            """
        Failures (1):
          JUnit Jupiter:FidcarTest:sendsPage()
            MethodSource [className = 'x.FidcarTest', methodName = 'sendsPage', methodParameterTypes = '']
            => java.lang.IllegalStateException: no answer
               java.base/java.lang.reflect.Method.invoke(Method.java:569)
               dev.forecourt.fidcar.FidcarTest.sendsPage(FidcarTest.java:31)
               dev.forecourt.fidcar.FidcarTest.all(FidcarTest.java:12)

        Test run finished after 7055 ms
        """);

    assertThat(said)
        .isEqualTo(
            """
                FidcarTest:sendsPage()
                  java.lang.IllegalStateException: no answer
                  at dev.forecourt.fidcar.FidcarTest.sendsPage(FidcarTest.java:31)
            """);
  }

  @Test
  void showsWhatTestsSaidThatMavenRan() throws Exception {
    Path reports = Files.createDirectories(folder.resolve("a/target/surefire-reports"));
    Files.writeString(
        reports.resolve("dev.forecourt.LinksTest.txt"),
        """
        -------------------------------------------------------------------------------
        Test set: dev.forecourt.LinksTest
        -------------------------------------------------------------------------------
        Tests run: 1, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.9 s <<< FAILURE! -- in dev.forecourt.LinksTest
        dev.forecourt.LinksTest.lead -- Time elapsed: 0.6 s <<< FAILURE!
        java.lang.AssertionError:\s

        Expecting empty but was: ["paging.md leads to nowhere.md"]
        \tat dev.forecourt.LinksTest.lead(LinksTest.java:40)
        \tat java.base/java.lang.reflect.Method.invoke(Method.java:569)
        \t... 3 more

        """);

    assertThat(bash("failures_of_modules a"))
        .isEqualTo(
            """
                dev.forecourt.LinksTest.lead
                Expecting empty but was: ["paging.md leads to nowhere.md"]
                  at dev.forecourt.LinksTest.lead(LinksTest.java:40)
            """);
  }

  private String failures(String log) throws Exception {
    Files.writeString(folder.resolve("work/log"), log);
    return bash("failures_in work/log");
  }

  private static String run(String key) {
    return "run_changed %s a-module client-tests client".formatted(key);
  }

  private String bash(String... commands) throws IOException, InterruptedException {
    String all =
        """
        set -euo pipefail
        . "$SCRIPTS/lib/common.sh"; . "$SCRIPTS/lib/classpath.sh"; . "$SCRIPTS/lib/vendor.sh"
        . "$SCRIPTS/lib/changed.sh"
        vendor=acme; vendor_work=$PWD/work; tags=()
        [ -s work/contract ] || keep contract "$(content_of specs/acme)"
        """
            + String.join("\n", commands);
    ProcessBuilder builder =
        new ProcessBuilder(List.of("bash", "-c", all))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("SCRIPTS", SCRIPTS.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
