package dev.forecourt.verifier.pact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.check.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checker, by pacts of one interaction each: those of {@code wrong/} are wrong in one way, as
 * {@code wrong.psv} tells; those of {@code right/} are right.
 */
class PactCheckerTest {
  private static final Path FOLDER =
      Checkout.file("contract-tests/verifier/src/test/resources/dev/forecourt/verifier/pact");
  private static final ObjectNode GARAGE = Bundle.of(FOLDER.resolve("garage"));
  private static final PactChecker CHECKER = PactChecker.of(GARAGE);

  @ParameterizedTest
  @MethodSource("wrong")
  void findsWhatIsWrongAndTellsItsPlaces(String line) {
    String[] columns = line.split(" \\| ");

    List<Finding> findings = CHECKER.check(pact("wrong", columns[0])).findings();

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0))
        .extracting(Finding::rule, Finding::inPact, Finding::inContract)
        .containsExactly(columns[1], columns[2], columns[3]);
  }

  /** An address that leads nowhere helps nobody. */
  @ParameterizedTest
  @MethodSource("wrong")
  void placesInTheContractExist(String line) {
    String pointer = line.split(" \\| ")[3].substring(1);

    assertThat(GARAGE.at(pointer).isMissingNode())
        .as(pointer)
        // an operation without parameters or an answer without headers has no such member
        .isEqualTo(pointer.matches(".*~1bikes~1\\{id}/get/parameters"));
  }

  @ParameterizedTest
  @MethodSource("right")
  void findsNothingInARightPact(String name) throws IOException {
    PactCheck check = CHECKER.check(pact("right", name));

    assertThat(check.findings()).isEmpty();
    assertThat(check.calls() + check.messages()).isEqualTo(1);
    assertThat(check.matchers()).isEqualTo(matchers(pact("right", name)));
  }

  @Test
  void everyWrongPactIsInTheTable() throws IOException {
    Set<String> listed = new TreeSet<>();
    wrong().forEach(line -> listed.add(line.split(" \\| ")[0]));

    assertThat(listed).isEqualTo(names("wrong")).hasSizeGreaterThanOrEqualTo(26);
    assertThat(names("right")).hasSizeGreaterThanOrEqualTo(15);
  }

  @Test
  void countsOnlyWhatItHeldAgainstTheContract() {
    PactCheck check = CHECKER.check(pact("wrong", "path-unknown"));

    assertThat(check.calls()).isZero();
    assertThat(check.operations()).isEmpty();
  }

  @Test
  void findsTheSameInALaterInteraction() throws IOException {
    ObjectNode both = (ObjectNode) read(pact("right", "by-id"));
    ((ArrayNode) both.path("interactions"))
        .addAll((ArrayNode) read(pact("wrong", "answer-enum")).path("interactions"));

    PactCheck check = CHECKER.check(both);

    assertThat(check.calls()).isEqualTo(2);
    assertThat(check.operations()).containsExactly("getBike");
    assertThat(check.findings())
        .hasToString(
            """
            [answer enum: does not have a value in the enumeration ["new", "used"] (response.body)
                pact:     $.interactions[1].response.body.content.state
                contract: #/components/schemas/State/enum]""");
  }

  /** A contract that changes must be read anew. */
  @Test
  void acceptsTheValueOnceTheContractHasIt() {
    ObjectNode wider = GARAGE.deepCopy();
    ((ArrayNode) wider.at("/components/schemas/State/enum")).add("sold");

    assertThat(PactChecker.check(wider, pact("wrong", "answer-enum")).findings()).isEmpty();
  }

  static Stream<String> wrong() throws IOException {
    return Files.readAllLines(FOLDER.resolve("wrong.psv")).stream()
        .filter(line -> !line.startsWith("#"));
  }

  static Set<String> right() throws IOException {
    return names("right");
  }

  private static Set<String> names(String folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(".json", "")));
    }
    return names;
  }

  private static Path pact(String folder, String name) {
    return FOLDER.resolve(folder).resolve(name + ".json");
  }

  /** Each matcher says {@code match} once. */
  private static int matchers(Path pact) throws IOException {
    return read(pact).findValues("match").size();
  }

  private static JsonNode read(Path pact) throws IOException {
    return new ObjectMapper().readTree(pact.toFile());
  }
}
