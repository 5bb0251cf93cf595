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
  @ValueSource(strings = {"fidcar", "runtime", "bom", "junit", "docs", "spring"})
  void refusesIdsThatAreTaken(String id) {
    assertThatThrownBy(() -> VendorId.checkFree(id, CheckoutCopy.CHECKOUT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + id + "' is taken: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "a2", "veryveryverylongnameofavendor1"})
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
