package dev.forecourt.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.forecourt.verifier.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits of a copy of FIDCAR's contract: the pacts tell which of them break our client. */
class BrokenConsumersTest {
  @TempDir Path temp;

  private Path before;
  private Path after;

  @BeforeEach
  void twoVersions() throws IOException {
    before = version("before");
    after = version("after");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          paths/api_review_reviewId.yaml   | "404":                | "499":                | getReview: an unknown review
          openapi.yaml                     | /api/review:          | /api/reviews:         | listReviews:
          components/schemas/Review.yaml   | '  grade:'            | '  mark:'             | getReview:
          paths/api_review_reviewId.yaml   | 'get:'                | 'put:'                | getReview:
          """)
  void namesConsumerAndInteractionOfABreakingChange(
      String file, String from, String to, String interaction) throws IOException {
    edit(file, from, to);

    List<BrokenInteraction> found = touched();

    assertThat(found)
        .filteredOn(each -> !each.waits())
        .anySatisfy(
            each -> {
              assertThat(each.consumer()).isEqualTo("forecourt-fidcar");
              assertThat(each.interaction()).startsWith(interaction);
              assertThat(each.findings()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          paths/api_review_reviewId.yaml | summary: Get one review      | summary: One review
          components/schemas/Review.yaml | '  grade:'                   | '  another: {type: string}~  grade:'
          openapi.yaml                   | https://www.fidcar.com       | https://api.fidcar.com
          """)
  void saysNothingOfAHarmlessChange(String file, String from, String to) throws IOException {
    edit(file, from, to.replace('~', '\n'));

    assertThat(touched()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource("openapi.yaml, /api/review:, /api/reviews:")
  void tellsWhoHasToWaitForTheNewContract(String file, String from, String to) throws IOException {
    edit(file, from, to);
    Path newer = before;
    before = after;
    after = newer;

    assertThat(touched())
        .filteredOn(BrokenInteraction::waits)
        .anySatisfy(each -> assertThat(each.interaction()).startsWith("listReviews:"));
  }

  @Test
  void doesNotCountWhatAPactAlwaysDidWrong() throws IOException {
    edit("openapi.yaml", "/api/review:", "/api/reviews:");
    before = after;
    after = version("later");
    edit("openapi.yaml", "/api/review:", "/api/reviews:");
    edit("components/parameters/limit.yaml", "maximum: 100", "maximum: 99");

    assertThat(touched()).isEmpty();
  }

  @Test
  void leavesPactsOutWhereNothingChanged() throws IOException {
    ContractDiff diff = ContractDiff.between(before, after, true);

    assertThat(diff.broken()).isZero();
    assertThat(diff.isRight()).isTrue();
  }

  @Test
  void excusesBrokenInteractionsOfAJustifiedChangeOnly() throws IOException {
    edit("openapi.yaml", "/api/review:", "/api/reviews:");

    assertThat(ContractDiff.between(before, after, true).isRight()).isFalse();
    assertThat(ContractDiff.between(before, after, true).broken()).isPositive();

    Path changelog = after.resolve("specs/fidcar/CHANGELOG.md");
    Files.writeString(
        changelog, Files.readString(changelog) + "\n- Breaking: `listReviews`: it moved\n");
    assertThat(ContractDiff.between(before, after, true).isRight()).isTrue();
    assertThat(ContractDiff.between(before, after, true).broken()).isPositive();
  }

  private List<BrokenInteraction> touched() throws IOException {
    return new BrokenConsumers(ContractVersion.at(before), ContractVersion.at(after)).of("fidcar");
  }

  private void edit(String file, String from, String to) throws IOException {
    Copies.edit(after.resolve("specs/fidcar").resolve(file), from, to);
  }

  private Path version(String name) throws IOException {
    Path folder = temp.resolve(name);
    Copies.of(Checkout.contract("fidcar"), folder.resolve("specs/fidcar"));
    Path pacts = Files.createDirectories(folder.resolve("contract-tests/pacts"));
    Path pact = Checkout.committedPact("fidcar");
    Files.writeString(pacts.resolve(pact.getFileName()), aboutReviews(pact));
    return folder;
  }

  private static String aboutReviews(Path pact) throws IOException {
    JsonNode root = new ObjectMapper().readTree(pact.toFile());
    ((ArrayNode) root.path("interactions"))
        .removeIf(each -> !each.path("description").asText().matches("(get|list)Reviews?: .*"));
    assertThat(root.path("interactions")).isNotEmpty();
    return root.toString();
  }
}
