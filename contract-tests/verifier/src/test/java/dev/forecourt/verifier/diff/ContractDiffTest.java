package dev.forecourt.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.verifier.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of FIDCAR's contract in folders: reasons, outputs, what cannot be read. */
class ContractDiffTest {
  @TempDir Path temp;
  private Path before;
  private Path after;

  @BeforeEach
  void copyFidcar() throws IOException {
    before = temp.resolve("before");
    after = temp.resolve("after");
    Copies.of(Checkout.contract("fidcar"), before.resolve("fidcar"));
    Copies.of(Checkout.contract("fidcar"), after.resolve("fidcar"));
  }

  @Test
  void letsAJustifiedBreakPass() throws IOException {
    edit("paths/api_review.yaml", "listReviews", "findReviews");

    assertThat(diff().isRight()).isFalse();

    justify(after, "- Breaking: `listReviews`: the vendor says find");
    assertThat(diff().isRight()).isTrue();
    assertThat(TextOutput.of(diff()))
        .contains("BREAKING   listReviews: is called findReviews now  (justified)")
        .contains("No breaking change without a reason.");
  }

  @Test
  void wantsAReasonForEachOperationUnlessTheParameterIsNamed() throws IOException {
    edit("components/parameters/limit.yaml", "maximum: 100", "maximum: 50");

    justify(after, "- 2026-11-29: Breaking: `listReviews`: fewer at once");
    assertThat(diff().isRight()).isFalse();

    justify(after, "- Breaking: `limit`: fewer at once, everywhere");
    assertThat(diff().isRight()).isTrue();
  }

  @Test
  void takesEachOperationByItsNameAsWell() throws IOException {
    edit("components/parameters/reviewLocal.yaml", "required: false", "required: true");

    justify(after, "- Breaking: `listReviews`: one dealership at a time");

    assertThat(diff().isRight()).isTrue();
  }

  @Test
  void doesNotCountAReasonOfAnEarlierBreak() throws IOException {
    edit("paths/api_review.yaml", "listReviews", "findReviews");
    justify(before, "- Breaking: `listReviews`: an older story");
    justify(after, "- Breaking: `listReviews`: an older story");

    assertThat(diff().unjustified()).isEqualTo(1);
  }

  @Test
  void asksNoReasonForWhatOnlyNeedsAttention() throws IOException {
    edit("paths/api_review.yaml", "  operationId:", "  deprecated: true\n  operationId:");

    assertThat(diff().isRight()).isTrue();
    assertThat(TextOutput.of(diff()))
        .startsWith("fidcar: 0 breaking, 1 for attention, 0 harmless\n");
  }

  @Test
  void tellsOfAVendorThatIsGoneOrNew() throws IOException {
    Copies.of(Checkout.contract("autochat"), after.resolve("autochat"));

    assertThat(TextOutput.of(diff())).contains("autochat: is a new contract (vendor-added)");
    assertThat(diff().isRight()).isTrue();
    assertThat(TextOutput.of(ContractDiff.between(after, before, false)))
        .contains("BREAKING   autochat: is gone, with all its operations");
    assertThat(ContractDiff.between(after, before, false).isRight()).isFalse();
  }

  @Test
  void showsPlaceSentenceAndWhatToDo() throws IOException {
    edit("components/schemas/CreateContactForm.yaml", "minLength: 1", "minLength: 50");

    assertThat(TextOutput.of(diff()))
        .isEqualTo(
            """
            fidcar: 1 breaking, 0 for attention, 0 harmless
              BREAKING   CreateContactForm.firstname has at least 50 characters, before 1
                         request-body-min-length-raised: HTTP breaking, Java breaking
                         at components/schemas/CreateContactForm.yaml#/properties/firstname; touches createContact
                         Send no shorter text.
                         justify it in specs/fidcar/CHANGELOG.md: - Breaking: `CreateContactForm`: what changed and why
            1 breaking change(s) without a reason.
            No interaction of a pact breaks.
            """);
  }

  @Test
  void writesAPieceOfAChangelog() throws IOException {
    edit("components/parameters/limit.yaml", "maximum: 100", "maximum: 50");
    edit("components/schemas/Review.yaml", "  grade:", "  mark: {type: string}\n  grade:");
    edit("paths/api_review.yaml", "    - Reviews", "    - Opinions");

    assertThat(MarkdownOutput.of(diff()))
        .isEqualTo(
            """
            ## fidcar

            ### Breaking

            - parameter limit is at most 50, before 100. _HTTP and Java._ Send no more than that. (`request-parameter-maximum-lowered`)
            - listReviews: stands under Reviews no more; now Opinions. _Java._ In Java call Opinions instead. (`tag-removed`)

            ### Harmless

            - Review.mark is new. (`response-body-property-added`)
            - listReviews: stands under Opinions too. (`tag-added`)
            """);
  }

  @Test
  void writesJsonForPrograms() throws IOException {
    edit("components/parameters/limit.yaml", "maximum: 100", "maximum: 50");

    JsonNode json = new ObjectMapper().readTree(JsonOutput.of(diff()));

    assertThat(json.path("right").asBoolean()).isFalse();
    assertThat(json.path("unjustified").asInt()).isEqualTo(1);
    JsonNode change = json.at("/vendors/0/changes/0");
    assertThat(change.path("rule").asText()).isEqualTo("request-parameter-maximum-lowered");
    assertThat(change.path("http").asText()).isEqualTo("breaking");
    assertThat(change.path("java").asText()).isEqualTo("breaking");
    assertThat(change.path("justified").asBoolean()).isFalse();
    assertThat(change.path("place").asText()).isEqualTo("#/components/parameters/limit/schema");
    assertThat(change.path("operations")).hasSize(6);
    assertThat(change.path("text").asText()).isEqualTo("parameter limit is at most 50, before 100");
  }

  @Test
  void comparesSingleFilesAndFolders() throws IOException {
    Path old = Files.writeString(temp.resolve("v1.yaml"), Psv.text("garage.yaml"));
    Path now =
        Files.writeString(
            temp.resolve("v2.yaml"), Psv.text("garage.yaml").replace("listCars", "findCars"));

    assertThat(TextOutput.of(ContractDiff.between(old, now, true)))
        .startsWith("v2: 1 breaking, 0 for attention, 0 harmless\n");
    assertThat(
            ContractDiff.between(before.resolve("fidcar"), after.resolve("fidcar"), true).vendors())
        .singleElement()
        .satisfies(vendor -> assertThat(vendor.vendor()).isEqualTo("fidcar"));
  }

  @Test
  void saysWhatCannotBeRead() throws IOException {
    assertThatThrownBy(() -> ContractDiff.between(temp.resolve("nowhere"), after, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no contract at " + temp.resolve("nowhere"));

    Files.delete(after.resolve("fidcar/components/schemas/Review.yaml"));
    assertThatThrownBy(this::diff)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Review.yaml, which is not there. Run scripts/lint");

    Files.writeString(after.resolve("fidcar/openapi.yaml"), "openapi: [");
    assertThatThrownBy(this::diff)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be read: line 1, column");
  }

  @Test
  void namesAReferenceThatLeadsNowhere() throws IOException {
    Path old = Files.writeString(temp.resolve("v1.yaml"), Psv.text("garage.yaml"));
    Path now =
        Files.writeString(
            temp.resolve("v2.yaml"), Psv.text("garage.yaml").replace("    Car:", "    Cart:"));

    assertThatThrownBy(() -> ContractDiff.between(old, now, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "The contract refers to /components/schemas/Car, which is not there.");
  }

  private ContractDiff diff() throws IOException {
    return ContractDiff.between(before, after, false);
  }

  private void edit(String file, String from, String to) throws IOException {
    Copies.edit(after.resolve("fidcar").resolve(file), from, to);
  }

  private static void justify(Path specs, String line) throws IOException {
    Path changelog = specs.resolve("fidcar/CHANGELOG.md");
    Files.writeString(changelog, Files.readString(changelog) + "\n" + line + "\n");
  }
}
