package dev.forecourt.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.verifier.cli.Verifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What {@code forecourt-verifier diff} prints and returns. */
@Isolated("takes over System.out")
class DiffCommandTest {
  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir Path temp;
  private Path before;
  private Path after;

  @BeforeEach
  void twoFiles() throws IOException {
    before = Files.writeString(temp.resolve("before.yaml"), Psv.text("garage.yaml"));
    after =
        Files.writeString(
            temp.resolve("after.yaml"), Psv.text("garage.yaml").replace("listCars", "findCars"));
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void givesTheConsoleBack() {
    System.setOut(console);
  }

  @Test
  void returnsOneIfSomethingBreaksWithoutAReason() {
    assertThat(run(before, after)).isEqualTo(1);
    assertThat(text()).contains("operation-renamed");
  }

  @Test
  void returnsZeroIfNothingBreaks() {
    assertThat(run(before, before)).isZero();
    assertThat(text()).startsWith("before: no change");
  }

  @Test
  void returnsTwoIfItCannotCompare() {
    assertThat(run(before, temp.resolve("nowhere"))).isEqualTo(2);
    assertThat(Verifier.run("diff", before.toString())).isEqualTo(2);
    assertThat(Verifier.run("diff", "--format", "html", before.toString(), after.toString()))
        .isEqualTo(2);
  }

  @Test
  void writesTheFormatThatIsAskedFor() {
    assertThat(Verifier.run("diff", "--format=json", before.toString(), after.toString()))
        .isEqualTo(1);
    assertThat(text()).startsWith("{").contains("\"rule\" : \"operation-renamed\"");
  }

  @Test
  void listsItsRules() {
    assertThat(Verifier.run("diff", "--rules")).isZero();
    assertThat(text())
        .contains("request-body-min-length-raised|breaking|breaking|has at least {to} characters");
  }

  private static int run(Path before, Path after) {
    return Verifier.run("diff", before.toString(), after.toString());
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
