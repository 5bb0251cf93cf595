package dev.forecourt.contract.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One wrong line, planted in a copy of a contract, is caught by the rule that is meant to catch it.
 */
class PlantedDefectsTest {
  @TempDir Path temp;

  @ParameterizedTest(name = "{0} catches ''{3}'' in {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DocumentIsValidOpenApi|openapi.yaml|openapi: 3.0.3|openapi: 3.1.0",
        "DocumentIsValidOpenApi|paths/api_review.yaml|schemas/ReviewPage.yaml|schemas/Nowhere.yaml",
        "OperationIdsAreVerbAndNoun|paths/api_review.yaml|listReviews|reviews",
        "OperationIdsAreVerbAndNoun|paths/api_review.yaml|listReviews|listDisputes",
        "EveryOperationIsSecured|paths/api_review.yaml|ApiKey: []|Unknown: []",
        "EveryOperationIsSecured|paths/api_dispute.yaml|  security:|  x-security:",
        "EveryOperationHasSuccessAndFailure|paths/api_review.yaml|examples:|x-examples:",
        "EveryPropertyIsDescribed|components/schemas/User.yaml|description: \"Last name.\"|x-note: gone",
        "EveryPropertyIsDescribed|components/schemas/User.yaml|example: Henry|x-note: gone",
        "EverythingSaysItsSource|components/schemas/User.yaml|fidcar.md, User, L822-840|fidcar.md L822-840",
        "EverythingSaysItsSource|components/schemas/Dispute.yaml|    x-source: \"inferred from the path, fidcar.md L719\"|    x-note: gone",
        "LiteralPathsBeatTemplates|openapi.yaml|  /api/contact:|  /api/local/latest:",
        "LiteralPathsBeatTemplates|openapi.yaml|  /api/dispute:|  /api/review/{id}:",
        "EnumValuesAreDescribed|components/schemas/ContactStatus.yaml|  - too_soon|# gone",
        "NullStandsBesideEnumerations|components/schemas/ContactStatus.yaml|type: string|nullable: true",
        "NullStandsBesideEnumerations|components/schemas/ContactStatus.yaml|  - too_soon|  - null",
        "PatternsMeanTheSameEverywhere|components/parameters/grade.yaml|{1,2}|{1,2}+",
        "DefaultsAreSaid|components/parameters/limit.yaml|default: 10|default: 20",
        "DefaultsAreSaid|components/schemas/CreateContactForm.yaml|default: auto|default: moto",
        "ExamplesFitTheirSchemas|components/parameters/limit.yaml|default: 10|default: 500",
        "DeprecatedSaysWhatToUse|paths/api_review.yaml|summary: List the reviews|deprecated: true",
        "DeprecatedSaysWhatToUse|paths/api_review.yaml|summary: List the reviews|x-deprecated-use: getReview",
        "DeprecatedSaysWhatToUse|components/parameters/limit.yaml|required: false|deprecated: true",
        "UnitsAndZonesAreSaid|components/schemas/CreateContactForm.yaml|Mileage in kilometres.|Mileage.",
        "UnitsAndZonesAreSaid|components/schemas/Answer.yaml|; the zone is not said, the vendor is French|; local",
        "EveryComponentIsUsed|components/schemas/LeadPage.yaml|Lead.yaml|Review.yaml",
        "ExamplesFitTheirSchemas|components/parameters/limit.yaml|maximum: 100|maximum: 4",
        "ExamplesFitTheirSchemas|components/schemas/ServiceCode.yaml|- sav|- workshop",
        "ExamplesFitTheirSchemas|components/examples/Dealership.yaml|id: 1325|id: DEALER",
        "ExamplesFitTheirSchemas|components/examples/CreateContactFormComplete.yaml|email: zoe|e-mail: zoe",
        "EvidenceFitsItsSchema|components/schemas/LooseGrade.yaml|type: boolean|type: integer",
        "EvidenceFitsItsSchema|components/schemas/ContactTime.yaml|morging|morning2",
        "EvidenceFitsItsSchema|evidence/index.yaml|    operation: listLeads|    operation: other",
        "EvidenceFitsItsSchema|evidence/index.yaml|lead.json|gone.json",
        "InventoryAgreesWithContract|openapi.yaml|  - url: https://www.fidcar.com|  - url: https://www.fidcar.fr",
        "InventoryAgreesWithContract|openapi.yaml|  /api/review:|  /api/reviews:",
        "InventoryAgreesWithContract|openapi.yaml|      in: header|      in: query",
        "InventoryAgreesWithContract|components/parameters/limit.yaml|name: limit|name: size",
        "InventoryAgreesWithContract|components/parameters/limit.yaml|type: integer|type: number",
        "InventoryAgreesWithContract|components/parameters/limit.yaml|required: false|required: true",
        "InventoryAgreesWithContract|components/parameters/limit.yaml|default: 10|default: 20",
        "InventoryAgreesWithContract|components/parameters/limit.yaml|maximum: 100|maximum: 1000",
        "InventoryAgreesWithContract|components/schemas/ServiceCode.yaml|- rent|- hire",
        "InventoryAgreesWithContract|components/schemas/Lead.yaml|  delay:|  delays:",
        "InventoryAgreesWithContract|components/schemas/CreateContactForm.yaml|  - lastname|  - brand",
        "InventoryAgreesWithContract|components/schemas/ErrorDetail.yaml|  code:|  status:",
        "InventoryAgreesWithContract|paths/api_review.yaml|\"429\":|\"422\":",
        "InventoryAgreesWithContract|evidence/inventory.psv|schema User.phone |schema User.fax ",
      })
  void catchesIt(String rule, String file, String right, String wrong) throws IOException {
    Contract contract = copyWith(file, right, wrong);

    Rule meant = Rule.all().stream().filter(r -> r.name().equals(rule)).findFirst().orElseThrow();

    assertThat(meant.check(contract)).isNotEmpty();
  }

  @Test
  void catchesEvidenceThatIsDroppedFromFolderAndIndex() throws IOException {
    Path copy = copy();
    Files.delete(copy.resolve("evidence/lead.json"));
    Files.delete(copy.resolve("evidence/samples/lead.js"));
    Path index = copy.resolve("evidence/index.yaml");
    String entry = "(?s)  - file: lead\\.json.*?(?=  - file: )";
    Files.writeString(index, Files.readString(index).replaceFirst(entry, ""));

    assertThat(new EvidenceFitsItsSchema().check(Contract.of(copy)))
        .extracting(Violation::problem)
        .containsExactly("says that the vendor prints 27 samples, and 26 are kept");
  }

  @Test
  void namesTheFileOfAnExampleThatDoesNotFit() throws IOException {
    Contract contract = copyWith("components/examples/ReviewPage.yaml", "grade: 10", "grade: 99");

    assertThat(new ExamplesFitTheirSchemas().check(contract).get(0))
        .hasToString(
            """
            fidcar/components/examples/ReviewPage.yaml at /value: does not fit the schema at \
            fidcar/paths/api_review.yaml /get/responses/200/content/application~1json/schema: \
            /data/0/grade: must have a maximum value of 10
                right: a value that the schema accepts""");
  }

  @Test
  void namesThePropertyWhoseExampleDoesNotFit() throws IOException {
    Contract contract = copyWith("components/schemas/Review.yaml", "example: 10", "example: 99");

    assertThat(new ExamplesFitTheirSchemas().check(contract))
        .extracting(Violation::file, Violation::place, Violation::problem)
        .containsExactly(
            tuple(
                "fidcar/components/schemas/Review.yaml",
                "/properties/grade/example",
                "does not fit its schema: must have a maximum value of 10"));
  }

  @Test
  void leadsFromTheInventoryToTheLineThatDiffers() throws IOException {
    Contract contract =
        copyWith("components/parameters/limit.yaml", "maximum: 100", "maximum: 1000");

    String printed = new InventoryAgreesWithContract().check(contract).get(0).toString();

    assertThat(printed.replaceAll("psv:\\d+", "psv:1"))
        .isEqualTo(
            """
            fidcar/components/parameters/limit.yaml at limit/schema: GET /api/local query limit, bounds: \
            the contract says max 1000, fidcar/evidence/inventory.psv:1 says max 100 (fidcar.md L163)
                right: what the vendor's text says; correct whichever of the two misreads it""");
  }

  @Test
  void catchesAContractWithoutInventory() throws IOException {
    Path copy = copy();
    Files.delete(copy.resolve("evidence/inventory.psv"));

    assertThat(new InventoryAgreesWithContract().check(Contract.of(copy)))
        .extracting(Violation::problem)
        .containsExactly("is missing");
  }

  @Test
  void namesTheFileThatIsNoYaml() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> copyWith("paths/api_review.yaml", "  tags:", "\ttags:"))
        .withMessageContaining("fidcar/paths/api_review.yaml is no YAML: ")
        .withMessageContaining(", line 2, column 1");
  }

  @Test
  void saysOnceThatAFileIsMissing() throws IOException {
    Contract contract = copyWith("openapi.yaml", "paths/api_review.yaml", "paths/nowhere.yaml");

    assertThat(Rule.all())
        .filteredOn(rule -> !Rule.found(rule, contract).isEmpty())
        .extracting(Rule::name)
        .containsOnlyOnce("DocumentIsValidOpenApi")
        .doesNotContain("OperationIdsAreVerbAndNoun");
  }

  @Test
  void saysWhichLineOfTheInventoryCannotBeRead() throws IOException {
    Contract contract = copyWith("evidence/inventory.psv", "| = User |", "| object = User |");

    assertThat(Rule.found(new InventoryAgreesWithContract(), contract))
        .extracting(Violation::problem)
        .singleElement()
        .asString()
        .contains("inventory.psv:")
        .contains("'object = User' is no type");
  }

  @Test
  void saysWhichOperationOfOneFileIsMeant() throws IOException {
    Contract contract =
        copyWith(
            "openapi.yaml", "paths:\n", "paths:\n  /api/new:\n    get: {operationId: getNew}\n");

    assertThat(new EveryOperationIsSecured().check(contract))
        .extracting(Violation::place)
        .containsExactly("paths./api/new.get.security");
  }

  @Test
  void catchesAFileNameWithBraces() throws IOException {
    Path copy = copy();
    Files.writeString(copy.resolve("paths/api_{id}.yaml"), "get: {}");

    assertThat(new FileNamesAreDigestible().check(Contract.of(copy)))
        .extracting(Violation::file)
        .containsExactly("fidcar/paths/api_{id}.yaml");
  }

  @Test
  void printsFilePlaceAndTheRightForm() throws IOException {
    Contract contract =
        copyWith("components/schemas/User.yaml", "description: \"Last name.\"", "x-note: gone");

    assertThat(new EveryPropertyIsDescribed().check(contract))
        .extracting(Violation::toString)
        .containsExactly(
            """
            fidcar/components/schemas/User.yaml at User.lastname: has no description
                right: description: "Mileage in kilometres." and example: 239143""");
  }

  private Contract copyWith(String file, String right, String wrong) throws IOException {
    Path copy = copy();
    Path target = copy.resolve(file);
    String text = Files.readString(target);
    assertThat(text).as("the line to break").contains(right);
    Files.writeString(
        target,
        text.replaceFirst(
            java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong)));
    return Contract.of(copy);
  }

  private Path copy() throws IOException {
    Path from = Contract.specs().resolve("fidcar");
    Path to = temp.resolve("fidcar");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
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
