package dev.forecourt.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody reads who gives wrong arguments. */
class VerifierTest {
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void listens() {
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void listensNoMore() {
    System.setErr(err);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chek | !!! There is no command 'chek'. There are pact, traffic, proxy, vendor, diff, report.",
        "traffic | !!! Missing required parameter: 'FILE'.",
        "traffic a.har --format xml | !!! Invalid value for option '--format': expected one of [TEXT, JSON, JUNIT, SARIF] (case-insensitive) but was 'xml'.",
        "traffic a.har --vendro fidcar | !!! Unknown option: '--vendro'.",
        "vendor fidcar | !!! Missing required option: '--out=DIR'.",
      })
  void saysInTwoLinesWhatIsWrongAndWhereItIsExplained(String arguments, String expected) {
    int code = Verifier.run(arguments.split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .startsWith(expected)
        .endsWith("--help shows what it takes.\n")
        .hasLineCount(arguments.contains("--vendro") ? 3 : 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "traffic src | !!! src is a folder. Give the recordings in it: src/*.har",
        "proxy fidcar --port 99999 | !!! 99999 is no port. Choose one from 1 to 65535: --port PORT, or --port 0 for any that is free.",
        "vendor fidcar --out target --limit 0 | !!! --limit is at least 1 and --pause at least 0, not 0 and 500.",
        "traffic pom.xml --out pom.xml/a.json | !!! pom.xml cannot be read: line 1, column 1 is no JSON.",
      })
  void saysInOneLineWhatCannotBeDone(String arguments, String expected) {
    int code = Verifier.run(arguments.split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith(expected).hasLineCount(1);
  }

  @Test
  void refusesToRunNothingAndListsItsCommands() {
    int code = Verifier.run();

    assertThat(code).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .startsWith("!!! Which command?\nUsage: forecourt-verifier [-hV] COMMAND\n")
        .contains("\n  pact ", "\n  report ");
  }

  @Test
  void helpIsNoMistake() {
    int code = Verifier.run("--help");

    assertThat(code).isZero();
    assertThat(said.size()).isZero();
  }
}
