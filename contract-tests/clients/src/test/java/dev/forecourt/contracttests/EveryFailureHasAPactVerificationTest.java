package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contract.tools.Contracts;
import dev.forecourt.contracttests.kit.Checkout;
import io.swagger.v3.oas.models.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    Map<String, Set<String>> statuses = statuses(vendor);

    assertThat(inPact(vendor, statuses)).isEqualTo(documented(statuses));
  }

  private static Set<String> documented(Map<String, Set<String>> statusesByOperation) {
    Set<String> failures = new TreeSet<>();
    statusesByOperation.forEach(
        (operation, statuses) ->
            statuses.stream()
                .filter(status -> status.matches("[45]\\d\\d|default"))
                .forEach(status -> failures.add(operation + " " + status)));
    return failures;
  }

  private static Set<String> inPact(String vendor, Map<String, Set<String>> documented)
      throws IOException {
    Set<String> failures = new TreeSet<>();
    JsonNode pact = new ObjectMapper().readTree(Checkout.writtenPact(vendor).toFile());
    for (JsonNode interaction : pact.path("interactions")) {
      String status = interaction.path("response").path("status").asText();
      if (status.matches("[45].*")) {
        String operation = interaction.path("description").asText().split(":")[0];
        boolean listed = documented.getOrDefault(operation, Set.of()).contains(status);
        failures.add(operation + " " + (listed ? status : "default"));
      }
    }
    return failures;
  }

  private static Map<String, Set<String>> statuses(String vendor) {
    return Contracts.read(Checkout.contract(vendor).getParent()).getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .collect(
            Collectors.toMap(
                Operation::getOperationId, operation -> operation.getResponses().keySet()));
  }

  static Stream<String> vendors() throws IOException {
    return Checkout.vendors().stream().filter(vendor -> Files.exists(Checkout.writtenPact(vendor)));
  }
}
