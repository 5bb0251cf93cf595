package dev.forecourt.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.forecourt.verifier.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits of a copy of FIDCAR's contract: the pacts tell which of them break our client. */
class BrokenConsumersTest {
  @TempDir Path temp;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
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

    assertThat(run()).as(text()).isPositive();

    assertThat(text()).contains("BREAKING  forecourt-fidcar: " + interaction);
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

    assertThat(run()).as(text()).isZero();

    assertThat(text()).contains("No interaction of a pact breaks.").doesNotContain("BREAKING");
  }

  @ParameterizedTest
  @CsvSource("openapi.yaml, /api/review:, /api/reviews:")
  void tellsWhoHasToWaitForTheNewContract(String file, String from, String to) throws IOException {
    edit(file, from, to);
    Path newer = before;
    before = after;
    after = newer;

    run();

    assertThat(text())
        .contains(
            "new       forecourt-fidcar of this version needs the new contract: listReviews:");
  }

  private int run() throws IOException {
    return BrokenConsumers.run(
        before, after, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = after.resolve("specs/fidcar").resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  private Path version(String name) throws IOException {
    Path folder = temp.resolve(name);
    copy(Checkout.contract("fidcar"), folder.resolve("specs/fidcar"));
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

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
