package dev.forecourt.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the folders of {@code specs/} say, and what a folder may be called. */
class VendorListTest {

  @TempDir Path folder;

  @Test
  void findsTheFoldersThatHoldAContract() throws IOException {
    CheckoutCopy.in(folder).withContractOf("acme", 4016).with("specs/docs/README.md", "");

    VendorList vendors = VendorList.of(folder);

    assertThat(vendors.ids())
        .containsExactly("acme", "autengo", "autochat", "claire", "fidcar", "fidelisa");
    assertThat(vendors.named("acme"))
        .isEqualTo(new ListedVendor("acme", "Parts and prices", 4016, 1, false));
  }

  @Test
  void knowsAnImportedVendorByItsOverlay() throws IOException {
    CheckoutCopy.in(folder).withContractOf("acme", 4016).with("specs/acme/overlay.yaml", "");

    VendorList vendors = VendorList.of(folder);

    assertThat(vendors.named("acme").imported()).isTrue();
    assertThat(vendors.named("fidcar").imported()).isFalse();
  }

  @Test
  void countsNoOperationThatTheVendorCalls() throws IOException {
    CheckoutCopy copy = CheckoutCopy.in(folder).withContractOf("acme", 4016);
    String contract = copy.text("specs/acme/openapi.yaml");
    copy.with(
        "specs/acme/openapi.yaml",
        contract + "webhooks:\n  sold:\n    post:\n      operationId: sold\nservers: []\n");

    assertThat(VendorList.of(folder).named("acme").operations()).isEqualTo(1);
  }

  @Test
  void saysWhichVendorsThereAre() throws IOException {
    VendorList vendors = VendorList.of(CheckoutCopy.CHECKOUT);

    assertThatThrownBy(() -> vendors.named("nobody"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("No vendor is called 'nobody'. There are: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Acme", "ac-me", "1acme", "ac me", "class", "../acme", "açme"})
  void refusesIdsThatCannotBePackages(String id) {
    assertThatThrownBy(() -> VendorId.check(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A vendor cannot be called '" + id + "': ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fidcar|specs/fidcar holds a contract that is written by hand and takes no file. Choose"
            + " another id, or change the contract in its files.",
        "runtime|clients/runtime is there already. Choose another id.",
        "console|mock-servers/console is there already. Choose another id.",
        "consumer|clients/consumer is there already. Choose another id.",
        "docs|specs/docs is there already. Choose another id.",
        "spring|clients/spring-boot-starter has the package dev.forecourt.spring. Choose another"
            + " id.",
        "json|mock-servers/runtime has the package dev.forecourt.mock.json. Choose another id.",
        "vendor|mock-servers/runtime has the package dev.forecourt.mock.vendor. Choose another id.",
        "mocks|an artifact of ours is forecourt-mocks. Choose another id.",
        "defaults|the settings forecourt.defaults of Spring Boot are of all vendors. Choose another"
            + " id."
      })
  void refusesIdsThatAreTaken(String id, String why) {
    assertThatThrownBy(() -> VendorId.checkFree(id, CheckoutCopy.CHECKOUT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + id + "' is taken: " + why);
  }

  @Test
  void tellsTheNextVersionOfAnImportedVendor(@TempDir Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("specs/acme"));
    Files.createFile(folder.resolve("openapi.yaml"));
    Files.createFile(folder.resolve("overlay.yaml"));

    assertThatThrownBy(() -> VendorId.checkFree("acme", root))
        .hasMessage(
            "'acme' is taken: specs/acme is there already. Choose another id, or take the vendor's"
                + " next version: scripts/new-vendor acme FILE --update.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "a2", "all", "spec", "veryveryverylongnameofavendor1"})
  void takesOthers(String id) {
    assertThatCode(() -> VendorId.checkFree(id, CheckoutCopy.CHECKOUT)).doesNotThrowAnyException();
  }

  @Test
  void takesOneWhoseSourcesAreGoneAgain(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("clients/acme/target/classes"));

    assertThatCode(() -> VendorId.checkFree("acme", root)).doesNotThrowAnyException();

    Files.createFile(root.resolve("clients/acme/pom.xml"));
    assertThatThrownBy(() -> VendorId.checkFree("acme", root))
        .hasMessageStartingWith("'acme' is taken: clients/acme is there already. ");
  }
}
