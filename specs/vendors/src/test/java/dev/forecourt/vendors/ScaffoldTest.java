package dev.forecourt.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new vendor starts with. */
class ScaffoldTest {

  @TempDir Path folder;
  private CheckoutCopy copy;

  @BeforeEach
  void copyTheCheckout() throws IOException {
    copy = CheckoutCopy.in(folder);
  }

  @Test
  void addsAVendorToWriteByHandEverywhere() throws IOException {
    Changes changes = new Changes(folder);

    Scaffold.addByHand(changes, folder, "acme", 4017);
    changes.write();

    assertThat(VendorList.of(folder).named("acme"))
        .isEqualTo(new ListedVendor("acme", "Acme", 4017, 1, false));
    assertThat(Places.of(folder).missing()).isEmpty();
  }

  @Test
  void fillsEveryTemplate() throws IOException {
    Changes changes = new Changes(folder);

    Scaffold.addByHand(changes, folder, "acme", 4017);
    Scaffold.addImported(
        changes, folder, new ListedVendor("bolt", "Bolt", 4018, 1, true), Map.of());

    for (String file : changes.files()) {
      assertThat(changes.text(file)).as(file).doesNotContain("@id@", "@type@", "@port@", "@title@");
    }
    assertThat(changes.files())
        .contains("specs/acme/openapi.yaml", "specs/acme/evidence/inventory.psv")
        .contains("specs/bolt/README.md", "specs/bolt/CHANGELOG.md");
  }

  @Test
  void writesTheFilesOfAnImportAsTheyAre() throws Exception {
    byte[] bytes = "{\r\n}".getBytes(StandardCharsets.UTF_8);
    Changes changes = new Changes(folder);

    Scaffold.addImported(
        changes,
        folder,
        new ListedVendor("acme", "Parts & <prices>", 4016, 2, true),
        Map.of("vendor/acme.json", bytes));
    changes.write();

    assertThat(Files.readAllBytes(folder.resolve("specs/acme/vendor/acme.json"))).isEqualTo(bytes);
    for (String pom : List.of("clients/acme/pom.xml", "mock-servers/acme/pom.xml")) {
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(folder.resolve(pom).toFile());
    }
    assertThat(copy.text("clients/acme/pom.xml"))
        .contains("<vendor.id>acme</vendor.id>", "<publish.skip>false</publish.skip>")
        .contains("Java client of Acme: Parts &amp; &lt;prices&gt;.");
    assertThat(copy.text("README.md"))
        .contains("| Acme | Parts & <prices> | [2 operations](specs/acme/openapi.yaml)");
  }

  @Test
  void leavesReadmeAndChangelogOfAnUpdateAlone() throws IOException {
    Changes changes = new Changes(folder);

    Scaffold.replaceImported(
        changes, folder, new ListedVendor("acme", "Acme", 4016, 2, true), Map.of("a", new byte[0]));

    assertThat(changes.files())
        .contains("specs/acme/a")
        .doesNotContain("specs/acme/README.md", "specs/acme/CHANGELOG.md");
  }

  @Test
  void takesAwayVendorFilesThatAnUpdateNoLongerHas() throws IOException {
    ListedVendor vendor = new ListedVendor("acme", "Acme", 4016, 2, true);
    Changes first = new Changes(folder);
    Scaffold.addImported(
        first,
        folder,
        vendor,
        Map.of("vendor/v1.json", new byte[1], "vendor/all.json", new byte[1]));
    first.write();

    Changes update = new Changes(folder);
    Scaffold.replaceImported(
        update,
        folder,
        vendor,
        Map.of("vendor/v2.json", new byte[1], "vendor/all.json", new byte[2]));
    update.write();

    assertThat(folder.resolve("specs/acme/vendor"))
        .isDirectoryContaining("glob:**/v2.json")
        .isDirectoryNotContaining("glob:**/v1.json");
    assertThat(folder.resolve("specs/acme/vendor/all.json")).hasSize(2);
  }

  @Test
  void mendsNobodyWhoHasNoContract() {
    assertThatThrownBy(() -> Scaffold.mend(folder, "acme"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("No vendor is called 'acme'.");
  }
}
