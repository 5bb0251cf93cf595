package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources for builds of other people. */
class GenerateCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String file = "";

  @BeforeEach
  void writeTheFile() throws IOException {
    file = Files.writeString(folder.resolve("pets.json"), ImportCommandTest.PETS).toString();
  }

  @Test
  void writesAStubThatIsFoundByTheServiceLoader() {
    Path to = folder.resolve("stub");

    int code = run("generate", "stub", file, "--to", to.toString());

    // a slow machine prints its progress as well
    assertThat(err.toString().lines().filter(line -> !line.startsWith("==> "))).isEmpty();
    assertThat(code).isZero();
    assertThat(to.resolve("java/dev/forecourt/mock/pets/PetsVendor.java")).exists();
    assertThat(to.resolve("resources/META-INF/services/dev.forecourt.mock.vendor.Vendor"))
        .hasContent("dev.forecourt.mock.pets.PetsVendor");
  }

  @Test
  void writesAClientWithOurTemplates() {
    Path to = folder.resolve("client");

    int code = run("generate", "client", file, "--to", to.toString(), "--id", "acme");

    // a slow machine prints its progress as well
    assertThat(err.toString().lines().filter(line -> !line.startsWith("==> "))).isEmpty();
    assertThat(code).isZero();
    Path sources = to.resolve("src/main/java/dev/forecourt/acme");
    assertThat(sources.resolve("AcmeClient.java"))
        .content()
        .contains("public final class AcmeClient implements VendorClient");
    assertThat(sources.resolve("api/PetsService.java")).content().contains("createPet(");
    assertThat(to.resolve(".openapi-generator")).doesNotExist();
  }

  @Test
  void generatesNothingElse() {
    int code = run("generate", "server", file, "--to", folder.resolve("to").toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("'server'").contains("CLIENT, STUB");
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
