package dev.forecourt.contract.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single edits of FIDCAR's contract: the breaking ones are named, the harmless ones pass. */
class CompareTest {
  private static final Path SPECS =
      Path.of(System.getProperty("forecourt.specs", "../../specs")).toAbsolutePath().normalize();

  @TempDir Path temp;
  private Path today;

  @BeforeEach
  void copyFidcar() throws IOException {
    today = copy(temp.resolve("today"));
  }

  @ParameterizedTest(name = "{2} -> {3} in {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "openapi.yaml|listReviews|  /api/review:|  /api/reviews:|GET /api/review is gone",
        "paths/api_review.yaml|listReviews|listReviews|findReviews|is now called findReviews",
        "components/parameters/limit.yaml|listReviews|maximum: 100|maximum: 50|the bounds of parameter limit are others",
        "components/parameters/reviewLocal.yaml|listReviews|required: false|required: true|parameter local is required now",
        "components/parameters/reviewLocal.yaml|listReviews|type: integer|type: string|the type of parameter local is another",
        "components/schemas/Lead.yaml|Lead|  delay:|  delai:|delay is gone",
        "components/schemas/AnswerReviewForm.yaml|AnswerReviewForm|  content:|  text:|content is gone",
        "components/schemas/CreateContactForm.yaml|createContact|  - lastname|  - lastname\\n  - vin|request body.vin is required now",
      })
  void namesABreakingEdit(String file, String operation, String from, String to, String words)
      throws IOException {

    StringBuilder printed = new StringBuilder();
    int unjustified = Compare.run(today, edited(file, from, to.replace("\\n", "\n")), printed);

    assertThat(unjustified).isPositive();
    assertThat(printed.toString().lines())
        .anyMatch(
            line -> line.startsWith("  BREAKING  " + operation + ": ") && line.contains(words));
  }

  @Test
  void namesAnAnswerThatMayBeNull() throws IOException {
    StringBuilder printed = new StringBuilder();
    Path newer =
        edited(
            "components/schemas/Review.yaml",
            "  comment:\n    type: string\n    nullable: true",
            "  comment:\n    type: string");

    Compare.run(newer, today, printed);

    assertThat(printed).contains("BREAKING  Review: comment may be null now");
  }

  @ParameterizedTest(name = "{1} -> {2} in {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "components/parameters/limit.yaml|maximum: 100|maximum: 200",
        "components/schemas/Lead.yaml|description: \"Brand wanted.\"|description: \"Brand that is wanted.\"",
        "paths/api_review.yaml|summary: List the reviews|summary: List all reviews",
        "components/examples/Dealership.yaml|id: 1325|id: 1326",
      })
  void letsAHarmlessEditPass(String file, String from, String to) throws IOException {
    StringBuilder printed = new StringBuilder();

    assertThat(Compare.run(today, edited(file, from, to), printed)).as(printed.toString()).isZero();
  }

  @Test
  void letsAJustifiedBreakPass() throws IOException {
    Path newer = edited("paths/api_review.yaml", "listReviews", "findReviews");
    Path changelog = newer.resolve("fidcar/CHANGELOG.md");
    StringBuilder printed = new StringBuilder();

    Files.writeString(
        changelog,
        Files.readString(changelog) + "\n- Breaking: `listReviews`: the vendor says find\n");

    assertThat(Compare.run(today, newer, printed)).isZero();
    assertThat(printed).contains("(justified)");
  }

  @Test
  void doesNotCountAJustificationOfAnEarlierBreak() throws IOException {
    Path newer = edited("paths/api_review.yaml", "listReviews", "findReviews");
    String line = "\n- Breaking: `listReviews`: an older story\n";
    Path older = copy(temp.resolve("older"));
    for (Path specs : new Path[] {older, newer}) {
      Path changelog = specs.resolve("fidcar/CHANGELOG.md");
      Files.writeString(changelog, Files.readString(changelog) + line);
    }

    assertThat(Compare.run(older, newer, new StringBuilder())).isEqualTo(1);
  }

  /** The parser calls a schema without a type an object, and a change of that would go unseen. */
  @Test
  void readsASchemaWithoutATypeAsItStands() throws IOException {
    Path file = today.resolve("fidcar/components/schemas/LooseNumber.yaml");
    Files.writeString(file, "description: Anything.\nexample: any\n");

    var schemas = Contracts.read(today.resolve("fidcar")).getComponents().getSchemas();

    assertThat(schemas.get("LooseNumber").getType()).isNull();
    assertThat(schemas.get("Dealership").getType()).isEqualTo("object");
  }

  @Test
  void findsNothingBetweenEqualContracts() throws IOException {
    StringBuilder printed = new StringBuilder();

    assertThat(Compare.run(today, today, printed)).isZero();
    assertThat(printed).contains("fidcar: no change");
  }

  private Path edited(String file, String from, String to) throws IOException {
    Path copy = copy(temp.resolve("newer"));
    Path target = copy.resolve("fidcar").resolve(file);
    String text = Files.readString(target);
    assertThat(text).as("the line to edit").contains(from);
    Files.writeString(target, text.replace(from, to));
    return copy;
  }

  private static Path copy(Path to) throws IOException {
    Path from = SPECS.resolve("fidcar");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path target = to.resolve("fidcar").resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }
}
