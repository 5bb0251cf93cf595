package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.verifier.pact.PactCheck;
import dev.forecourt.verifier.pact.PactChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No matcher of a pact takes what the contract does not allow, and no interaction or message says
 * it. Pact's own comparator reads neither matchers nor messages.
 */
@Tag("verification")
class MatchersKeepTheContractVerificationTest {
  @ParameterizedTest
  @MethodSource("pacts")
  void contractAllowsWhatThePactSays(Path pact) throws IOException {
    PactCheck check = PactChecker.of(vendor(pact)).check(pact);

    assertThat(check.findings()).isEmpty();
    // a checker that reads nothing finds nothing
    JsonNode file = new ObjectMapper().readTree(pact.toFile());
    assertThat(check.calls() + check.messages())
        .isEqualTo(file.path("interactions").size())
        .isPositive();
    assertThat(check.matchers()).isEqualTo(file.findValues("match").size()).isPositive();
  }

  static List<Path> pacts() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.writtenPacts())) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          // those of others may be of an older run
          .filter(file -> !Checkout.isOneVendor() || isOf(Checkout.only(), file))
          .sorted()
          .toList();
    }
  }

  private static boolean isOf(String vendor, Path pact) {
    return pact.getFileName().toString().startsWith("forecourt-" + vendor + "-");
  }

  private static String vendor(Path pact) throws IOException {
    JsonNode file = new ObjectMapper().readTree(pact.toFile());
    return file.at("/consumer/name").asText().replace("forecourt-", "");
  }
}
