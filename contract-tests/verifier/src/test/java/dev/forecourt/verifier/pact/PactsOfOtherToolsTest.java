package dev.forecourt.verifier.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.contract.VendorContracts;
import dev.forecourt.verifier.output.Case;
import dev.forecourt.verifier.output.Note;
import dev.forecourt.verifier.output.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pacts that the real libraries wrote, against contracts and stubs. Each description begins with
 * the verdict that is right; {@code tools/README.md} says who wrote which file.
 */
class PactsOfOtherToolsTest {
  private static final Path FOLDER =
      Checkout.file("contract-tests/verifier/src/test/resources/dev/forecourt/verifier/pact/tools");

  @ParameterizedTest
  @MethodSource("files")
  void givesTheVerdictThatTheDescriptionNames(Path file) throws IOException {
    Results results =
        VerifyPact.run(
            new VerifyPactOptions(
                List.of(file), null, VendorContracts.in(Checkout.file("specs")), null, null));

    assertThat(results.cases()).isNotEmpty();
    for (Case each : results.cases()) {
      String said = each.name().replaceFirst("[: ].*", "");
      assertThat(each.verdict())
          .as("%s: %s", each.name(), each.notes())
          .hasToString(said.toUpperCase(Locale.ROOT));
      if (said.equals("wrong")) {
        Set<String> rules = each.notes().stream().map(Note::rule).collect(Collectors.toSet());
        assertThat(rules)
            .as(each.name())
            .contains(each.name().replaceFirst("wrong (\\S+):.*", "$1"));
      }
    }
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
