package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A vendor's own file becomes contract, client, stub and pacts that hold: what {@code
 * scripts/new-vendor} and {@code scripts/test --vendor} do, in a folder of its own. Only Prism is
 * left to the script.
 */
class ImportedVendorTest {

  @TempDir private static Path folder;
  private static ImportedVendor vendor;
  private static JsonNode pact;

  @BeforeAll
  static void makeTheVendor() throws Exception {
    vendor = ImportedVendor.of("acme", Path.of("src/test/resources/imported/acme.yaml"), folder);
    vendor.writePacts();
    pact = new ObjectMapper().readTree(vendor.pact().toFile());
  }

  @Test
  void clientMakesEveryCallWhoseBodyIsJson() {
    assertThat(descriptions())
        .containsExactlyInAnyOrder(
            "createOrder: as the contract shows it",
            "deleteOrder: as the contract shows it",
            "getOpening: as the contract shows it",
            "getOrder: as the contract shows it",
            "listOrders: as the contract shows it");
  }

  @Test
  void matchersAreAsTightAsTheContract() {
    JsonNode rules = interaction("getOrder").at("/response/matchingRules/body");

    assertThat(regex(rules, "$.state")).isEqualTo("^(open|done)$");
    assertThat(regex(rules, "$.work.kind")).isEqualTo("^(repair|service)$");
    assertThat(regex(rules, "$.id")).startsWith("^([0-9a-fA-F]{8}");
    assertThat(rules.at("/$.cents/matchers/0/match").asText()).isEqualTo("integer");
  }

  @Test
  void listShowsWhatItsSchemaNames() {
    assertThat(interaction("listOrders").at("/response/body/content/data/0").toString())
        .contains("\"state\"")
        .doesNotContain("links");
    assertThat(interaction("getOrder").at("/response/body/content").has("links")).isTrue();
  }

  @Test
  void pactsHoldAgainstContractAndStub() throws Exception {
    assertThat(vendor.verifyPacts()).contains(" 0 tests failed").doesNotContain(" 0 tests found");
  }

  @Test
  void reportSaysWhatBecameOfEachOperation() throws IOException {
    assertThat(Files.readString(folder.resolve("specs/acme/REPORT.md")))
        .contains("`GET /orders` | Orders: `listOrders`, pages by page | with state: list |")
        .contains("`POST /messages` | Garages: `sendMessage` | from examples |");
  }

  private static List<String> descriptions() {
    return StreamSupport.stream(pact.path("interactions").spliterator(), false)
        .map(each -> each.path("description").asText())
        .toList();
  }

  private static JsonNode interaction(String operation) {
    List<JsonNode> all = new ArrayList<>();
    pact.path("interactions").forEach(all::add);
    return all.stream()
        .filter(each -> each.path("description").asText().startsWith(operation + ":"))
        .findFirst()
        .orElseThrow();
  }

  private static String regex(JsonNode rules, String path) {
    return rules.path(path).at("/matchers/0/regex").asText();
  }
}
