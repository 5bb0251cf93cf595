package dev.forecourt.contracttests.generated;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.contracttests.kit.PrismServer;
import dev.forecourt.verifier.cli.Verifier;
import dev.forecourt.verifier.replay.Credentials;
import dev.forecourt.verifier.replay.Host;
import dev.forecourt.verifier.replay.PactFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pacts that nobody wrote by hand, against contract, stub and Prism. */
@Tag("verification")
class GeneratedPactVerificationTest {

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("vendors")
  void contractAndStubTakeEveryInteraction(String vendor) {
    int code =
        Verifier.run(
            "pact",
            Checkout.writtenPact(vendor).toString(),
            "--specs",
            Checkout.file("specs").toString());

    assertThat(code).as("scripts/verify-pact %s", Checkout.writtenPact(vendor)).isZero();
  }

  @Tag("node")
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("vendors")
  void prismAnswersEveryInteraction(String vendor) throws IOException {
    PactFile pact = PactFile.read(Checkout.writtenPact(vendor));
    List<String> differences = new ArrayList<>();

    try (PrismServer prism = PrismServer.start(vendor)) {
      Host host =
          new Host(URI.create("http://127.0.0.1:" + prism.port()), UnaryOperator.identity());
      for (SynchronousRequestResponse call : pact.calls()) {
        Map<String, String> headers = new HashMap<>(Credentials.ofStub(vendor).headers());
        // made up where the contract shows none
        headers.put("Prefer", "code=" + call.getResponse().getStatus());
        for (Mismatch each :
            Host.mismatches(pact.pact(), call, host.answerTo(call, headers, Map.of()))) {
          if (isOfAValue(each)) {
            continue;
          }
          differences.add(call.getDescription() + ": " + each.description());
        }
      }
    }

    assertThat(differences).isEmpty();
  }

  /** Prism keeps no pattern in the values that it makes up where the contract shows none. */
  private static boolean isOfAValue(Mismatch mismatch) {
    return mismatch instanceof BodyMismatch body && body.getMismatch().startsWith("Expected ");
  }

  static Stream<String> vendors() throws IOException {
    return Checkout.vendors().stream()
        .filter(vendor -> !Checkout.hasOwnPactTests(vendor))
        .filter(vendor -> Files.exists(Checkout.writtenPact(vendor)));
  }
}
