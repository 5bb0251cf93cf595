package dev.forecourt.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each vendor of {@code specs/} stands everywhere it has to, and a sixth one gets there. */
class PlacesTest {

  @TempDir Path folder;
  private CheckoutCopy copy;

  @BeforeEach
  void copyTheCheckout() throws IOException {
    copy = CheckoutCopy.in(folder);
  }

  @Test
  void nameEveryVendorOfThisCheckout() throws IOException {
    List<String> missing = Places.of(CheckoutCopy.CHECKOUT).missing();

    assertThat(missing).isEmpty();
  }

  @Test
  void areNamedInOneLineEachWithWhatMendsThem() throws IOException {
    copy.withContractOf("acme", 4016);

    List<String> missing = Places.of(folder).missing();

    String mend = ". Write it: scripts/new-vendor acme --mend";
    assertThat(missing)
        .containsExactly(
            "acme: there is no clients/acme/pom.xml" + mend,
            "acme: there is no mock-servers/acme/pom.xml" + mend,
            "acme: clients/pom.xml has no <module>acme</module>" + mend,
            "acme: mock-servers/pom.xml has no <module>acme</module>" + mend,
            "acme: pom.xml has no <artifactId>forecourt-acme</artifactId>" + mend,
            "acme: pom.xml has no <artifactId>forecourt-mock-acme</artifactId>" + mend,
            "acme: clients/bom/pom.xml has no <artifactId>forecourt-acme</artifactId>" + mend,
            "acme: clients/bom/pom.xml has no <artifactId>forecourt-mock-acme</artifactId>" + mend,
            "acme: mock-servers/server/pom.xml has no <artifactId>forecourt-mock-acme</artifactId>"
                + mend,
            "acme: mock-servers/trials/pom.xml has no <artifactId>forecourt-mock-acme</artifactId>"
                + mend,
            "acme: contract-tests/clients/pom.xml has no <artifactId>forecourt-acme</artifactId>"
                + mend,
            "acme: contract-tests/verifier/pom.xml has no"
                + " <artifactId>forecourt-mock-acme</artifactId>"
                + mend,
            "acme: mock-servers/prism/compose.yaml has no \"127.0.0.1:4016:4010\"" + mend,
            "acme: README.md has no [1 operation](specs/acme/openapi.yaml)" + mend);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "bolt", "zeta"})
  void takeANewVendor(String id) throws Exception {
    copy.withContractOf(id, 4016);

    mend(id);

    assertThat(Places.of(folder).missing()).isEmpty();
    for (String pom : List.of("pom.xml", "clients/bom/pom.xml", "clients/" + id + "/pom.xml")) {
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(folder.resolve(pom).toFile());
    }
  }

  @Test
  void keepTheOrderOfTheirNeighbours() throws IOException {
    copy.withContractOf("bolt", 4016);

    mend("bolt");

    assertThat(copy.text("clients/pom.xml"))
        .contains("<module>autochat</module>\n    <module>bolt</module>\n    <module>claire<");
    assertThat(copy.text("mock-servers/pom.xml"))
        .contains("<module>claire</module>\n    <module>bolt</module>\n    <module>console<");
    assertThat(copy.text("clients/bom/pom.xml"))
        .containsSubsequence("forecourt-autochat<", "forecourt-bolt<", "forecourt-claire<")
        .containsSubsequence("-mock-autochat<", "-mock-bolt<", "-mock-claire<");
  }

  @Test
  void stayAsTheyAreForAVendorThatStandsThere() throws IOException {
    copy.withContractOf("acme", 4016);
    mend("acme");
    var before = copy.content();

    mend("acme");

    assertThat(copy.content()).isEqualTo(before);
  }

  @Test
  void changeNothingButTheNewLines() throws IOException {
    copy.withContractOf("acme", 4016);
    List<String> before = copy.text("pom.xml").lines().toList();

    mend("acme");

    assertThat(copy.text("pom.xml").lines().filter(line -> !line.contains("acme")).toList())
        .containsSubsequence(before);
    assertThat(copy.text("README.md").lines().filter(line -> line.contains("specs/acme")))
        .containsExactly(
            "| Acme | Parts and prices | [1 operation](specs/acme/openapi.yaml) | `forecourt-acme`,"
                + " `AcmeClient` | port 4016 |");
  }

  @Test
  void correctTheNumbersOfARow() throws IOException {
    copy.with("README.md", copy.text("README.md").replace("[14 operations]", "[13 operations]"));
    assertThat(Places.of(folder).missing())
        .containsExactly(
            "fidcar: README.md has no [14 operations](specs/fidcar/openapi.yaml). Write it:"
                + " scripts/new-vendor fidcar --mend");

    mend("fidcar");

    assertThat(Places.of(folder).missing()).isEmpty();
    assertThat(copy.text("README.md"))
        .contains("| reviews and leads | [14 operations](specs/fidcar/openapi.yaml) |");
  }

  @Test
  void missAClassOfTheStarterThatIsNotListed() throws IOException {
    copy.withContractOf("acme", 4016);
    mend("acme");
    copy.with(
        "clients/spring-boot-starter/src/main/java/dev/forecourt/spring/AcmeAutoConfiguration.java",
        "");

    List<String> missing = Places.of(folder).missing();

    assertThat(missing).hasSize(2);
    assertThat(missing.get(0))
        .contains("starter/pom.xml has no <artifactId>forecourt-acme</artifactId>");
    assertThat(missing.get(1))
        .contains("AutoConfiguration.imports has no dev.forecourt.spring.AcmeAutoConfiguration");
  }

  @Test
  void refuseTwoVendorsOnOnePort() throws IOException {
    copy.withContractOf("zeta", 4012);

    List<String> missing = Places.of(folder).missing();

    assertThat(missing)
        .contains(
            "zeta: specs/zeta/openapi.yaml has the x-mock-port 4012 of autengo. Give it a free one:"
                + " x-mock-port: 4016");
  }

  @Test
  void missThePortOfAContract() throws IOException {
    copy.withContractOf("zeta", 4016);
    copy.with(
        "specs/zeta/openapi.yaml", copy.text("specs/zeta/openapi.yaml").replace("x-mock", "x-m"));

    List<String> missing = Places.of(folder).missing();

    assertThat(missing)
        .contains(
            "zeta: specs/zeta/openapi.yaml has no x-mock-port. Add a free one: x-mock-port: 4016");
  }

  @Test
  void sayWhichFileLostItsShape() throws IOException {
    copy.withContractOf("acme", 4016);
    copy.with("mock-servers/trials/pom.xml", "<project/>\n");

    assertThatThrownBy(() -> mend("acme"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("mock-servers/trials/pom.xml names no other vendor")
        .hasMessageContaining("<artifactId>forecourt-mock-acme</artifactId>");
  }

  private void mend(String id) throws IOException {
    Scaffold.mend(folder, id).write();
  }
}
