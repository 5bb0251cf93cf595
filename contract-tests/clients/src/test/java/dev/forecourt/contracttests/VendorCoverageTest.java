package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contracttests.kit.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each vendor of {@code specs/} stands everywhere it has to; a sixth one is led through the places
 * by these failures.
 */
class VendorCoverageTest {
  private static final Pattern PORT = Pattern.compile("(?m)^x-mock-port: (\\d+)$");

  @ParameterizedTest
  @MethodSource("vendors")
  void hasAClientModule(String vendor) throws IOException {
    assertThat(text("clients/pom.xml")).contains("<module>" + vendor + "</module>");
    assertThat(text("clients/" + vendor + "/pom.xml"))
        .contains("<vendor.id>" + vendor + "</vendor.id>");
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void hasAStubModule(String vendor) throws IOException {
    assertThat(text("mock-servers/pom.xml")).contains("<module>" + vendor + "</module>");
    assertThat(text("mock-servers/" + vendor + "/pom.xml"))
        .contains("<vendor.id>" + vendor + "</vendor.id>");
    assertThat(text("mock-servers/server/pom.xml")).contains("forecourt-mock-" + vendor);
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void isPublishedAndInTheBom(String vendor) throws IOException {
    assertThat(text("clients/" + vendor + "/pom.xml"))
        .contains("<publish.skip>false</publish.skip>");
    assertThat(text("clients/bom/pom.xml"))
        .contains("<artifactId>forecourt-" + vendor + "</artifactId>")
        .contains("<artifactId>forecourt-mock-" + vendor + "</artifactId>");
    assertThat(text("clients/" + vendor + "/src/main/java/module-info.java"))
        .contains("module dev.forecourt." + vendor + " {");
    assertThat(text("clients/consumer/" + vendor + "/module-info.java"))
        .contains("requires dev.forecourt." + vendor + ";");
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void hasAPrismServiceOnItsOwnPort(String vendor) throws IOException {
    Matcher port = PORT.matcher(text("specs/" + vendor + "/openapi.yaml"));

    assertThat(port.find()).as("x-mock-port in the contract").isTrue();
    assertThat(text("mock-servers/prism/compose.yaml"))
        .contains("  " + vendor + ":\n")
        .contains("/specs/" + vendor + "/openapi.yaml")
        .contains("127.0.0.1:" + port.group(1) + ":4010");
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void hasAPact(String vendor) {
    Path pact = Checkout.committedPacts().resolve("forecourt-" + vendor + "-" + vendor + ".json");

    assertThat(pact).exists();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void hasARowInTheReadme(String vendor) throws IOException {
    assertThat(text("README.md")).contains("(specs/" + vendor + "/openapi.yaml)");
  }

  static List<String> vendors() throws IOException {
    return Checkout.vendors();
  }

  private static String text(String file) throws IOException {
    Path path = Checkout.file(file);
    assertThat(path).exists();
    return Files.readString(path);
  }
}
