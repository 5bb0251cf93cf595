package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contract.tools.Contracts;
import dev.forecourt.contracttests.kit.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each status that a contract documents as a failure, its client has been shown: a client has one
 * reader of errors. That each operation answers each of its failures is shown by {@code
 * DocumentedFailureTest} of the mock servers.
 */
@Tag("verification")
class EveryFailureHasAPactVerificationTest {
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("vendors")
  void documentedStatusesAreThoseOfThePact(String vendor) throws IOException {
    Set<String> listed = documented(vendor);
    listed.remove("default"); // stands for those that others list

    assertThat(inPact(vendor)).containsAll(listed);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("vendors")
  void noStatusIsInThePactThatNoOperationDocuments(String vendor) throws IOException {
    Set<String> documented = documented(vendor);

    assertThat(inPact(vendor))
        .allMatch(status -> documented.contains(status) || documented.contains("default"));
  }

  private static Set<String> documented(String vendor) {
    return Contracts.read(Checkout.contract(vendor).getParent()).getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .flatMap(operation -> operation.getResponses().keySet().stream())
        .filter(status -> status.matches("[45]\\d\\d|default"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> inPact(String vendor) throws IOException {
    Set<String> statuses = new TreeSet<>();
    JsonNode pact = new ObjectMapper().readTree(Checkout.writtenPact(vendor).toFile());
    Set<String> documented = documented(vendor);
    for (JsonNode interaction : pact.path("interactions")) {
      String status = interaction.path("response").path("status").asText();
      if (status.matches("[45].*")) {
        statuses.add(documented.contains(status) ? status : "default");
      }
    }
    return statuses;
  }

  static Stream<String> vendors() throws IOException {
    return Checkout.vendors().stream()
        // the general test shows what succeeds
        .filter(Checkout::hasOwnPactTests)
        .filter(vendor -> Files.exists(Checkout.writtenPact(vendor)));
  }
}
