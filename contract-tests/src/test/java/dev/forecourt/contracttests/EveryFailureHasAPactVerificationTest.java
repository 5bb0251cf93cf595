package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contract.tools.Contracts;
import dev.forecourt.contracttests.kit.Checkout;
import io.swagger.v3.oas.models.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each failure that a contract documents for an operation, a client has been shown. */
@Tag("verification")
class EveryFailureHasAPactVerificationTest {
  @ParameterizedTest
  @MethodSource("vendors")
  void documentedFailuresAreThoseOfThePact(String vendor) throws IOException {
    assertThat(inPact(vendor)).isEqualTo(documented(vendor));
  }

  private static Set<String> documented(String vendor) {
    Set<String> failures = new TreeSet<>();
    Contracts.read(Checkout.contract(vendor).getParent())
        .getPaths()
        .values()
        .forEach(
            path ->
                path.readOperations().forEach(operation -> failures.addAll(failures(operation))));
    return failures;
  }

  private static List<String> failures(Operation operation) {
    return operation.getResponses().keySet().stream()
        .filter(status -> status.matches("[45]\\d\\d"))
        .map(status -> operation.getOperationId() + " " + status)
        .toList();
  }

  private static Set<String> inPact(String vendor) throws IOException {
    Set<String> failures = new TreeSet<>();
    JsonNode pact = new ObjectMapper().readTree(Checkout.writtenPact(vendor).toFile());
    for (JsonNode interaction : pact.path("interactions")) {
      int status = interaction.path("response").path("status").asInt();
      if (status >= 400) {
        failures.add(interaction.path("description").asText().split(":")[0] + " " + status);
      }
    }
    return failures;
  }

  static Stream<String> vendors() throws IOException {
    return Checkout.vendors().stream().filter(vendor -> Files.exists(Checkout.writtenPact(vendor)));
  }
}
