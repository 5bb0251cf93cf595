package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What commands refuse, with which exit code and in which words. */
class CommandLineTest {

  private static final Path CHECKOUT = Path.of("../..");

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @Test
  void namesAFileThatIsNotThere() {
    int code = run("import", "nothing.json", "--to", folder.resolve("to").toString());

    assertThat(code).isEqualTo(2);
    assertThat(err)
        .hasToString(
            "There is no file nothing.json. Name the vendor's OpenAPI file.%n".formatted());
  }

  @Test
  void saysHowToGetAFileFromAnAddress() {
    int code = run("import", "https://acme.example/api.json", "--to", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "https://acme.example/api.json is an address, and imports read files only. Get it first: curl -o vendor.json 'https://acme.example/api.json'%n"
                .formatted());
  }

  @Test
  void addsNoVendorToAFolderThatIsNoCheckout() {
    int code = run("new-vendor", "acme", "any.json", "--root", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .startsWith(
            folder.toAbsolutePath()
                + " is no checkout of Forecourt: it has no pom.xml with a folder specs beside it.");
  }

  @Test
  void leavesAFolderThatHoldsFilesAlone() throws IOException {
    Files.writeString(folder.resolve("mine"), "mine");

    int code = run("import", "any.json", "--to", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "%s holds files, which are left alone. Name a new or an empty folder.%n"
                .formatted(folder));
    assertThat(folder.toFile().list()).containsExactly("mine");
  }

  @Test
  void refusesAnIdThatIsTaken() {
    int code = run("new-vendor", "fidcar", "--root", CHECKOUT.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .startsWith(
            "'fidcar' is taken: specs/fidcar holds a contract that is written by hand and takes no"
                + " file.")
        .doesNotContain("--update");
  }

  @Test
  void refusesAPortThatIsTaken() {
    int code = run("new-vendor", "acme", "--port", "4012", "--root", CHECKOUT.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).startsWith("Port 4012 is taken by autengo. Free is: --port ");
  }

  @ParameterizedTest
  @CsvSource({"0", "65536", "-1"})
  void refusesWhatIsNoPort(int port) {
    int code = run("new-vendor", "acme", "--port", "" + port, "--root", CHECKOUT.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("A port is a number from 1 to 65535 but was %d.%n".formatted(port));
  }

  @Test
  void updatesNoContractThatIsWrittenByHand() {
    int code = run("new-vendor", "fidcar", "any.json", "--update", "--root", CHECKOUT.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("The contract of fidcar is written by hand: specs/fidcar has no overlay.yaml.");
  }

  @Test
  void mendsNothingWhereNothingIsMissing() {
    int code = run("new-vendor", "fidcar", "--mend", "--root", CHECKOUT.toString());

    assertThat(code).isZero();
    assertThat(out).hasToString("Nothing is missing.\n");
  }

  @Test
  void saysWhichOptionIsWrong() {
    int code = run("serve", "any.json", "--prot", "1");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("--prot");
  }

  @ParameterizedTest
  @CsvSource({
    "acme.json, acme",
    "Acme-OpenAPI.v2.yaml, acmev2",
    "2024-orders-api.json, orders",
    "openapi.json, vendor",
    "class.json, vendor"
  })
  void makesAnIdOfTheNameOfAFile(String file, String id) {
    assertThat(ContractOptions.idOf(Path.of("some", file))).isEqualTo(id);
  }

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
