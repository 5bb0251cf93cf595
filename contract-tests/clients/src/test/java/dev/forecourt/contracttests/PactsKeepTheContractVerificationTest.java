package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.contracttests.kit.Comparator;
import dev.forecourt.contracttests.kit.Comparator.Finding;
import dev.forecourt.verifier.report.Verdict;
import dev.forecourt.verifier.report.Verdict.Result;
import dev.forecourt.verifier.report.VerdictFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No interaction of a pact says what the contract does not allow; checked without any server. */
@Tag("verification")
@Tag("node")
class PactsKeepTheContractVerificationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A status that no contract has. */
  private static final int UNKNOWN_STATUS = 299;

  private static final Map<Path, List<Finding>> WITH_UNKNOWN_STATUS = new HashMap<>();

  @TempDir Path temp;

  @ParameterizedTest
  @MethodSource("pacts")
  void contractAllowsEveryInteraction(Path pact) throws IOException {
    List<Finding> findings = Comparator.of(provider(pact)).findings(pact);

    record(pact, findings);
    assertThat(findings).isEmpty();
  }

  /**
   * A comparator that reads nothing is green too: every interaction must be found once it is made
   * wrong.
   */
  @ParameterizedTest
  @MethodSource("pacts")
  void everyInteractionIsReallyChecked(Path pact) throws IOException {
    List<Finding> findings = findingsOnceEachStatusIsUnknown(pact);

    assertThat(descriptions(findings, f -> f.code().equals("response.status.unknown")))
        .isEqualTo(descriptions(pact, each -> true));
  }

  /**
   * Beside an expected 400 the comparator is silent about the request; beside any other status it
   * must not be. A 400 that the provider is told to answer has a right request, as has one that
   * succeeds in another state; and one without credentials is wrong in just that.
   */
  @ParameterizedTest
  @MethodSource("pacts")
  void contractForbidsEveryRequestThatExpects400(Path pact) throws IOException {
    List<Finding> findings = findingsOnceEachStatusIsUnknown(pact);
    Set<JsonNode> succeeding = requestsThatSucceed(pact);

    assertThat(
            descriptions(
                findings,
                f ->
                    f.code().startsWith("request.")
                        && !f.code().equals("request.authorization.missing")))
        .isEqualTo(
            descriptions(
                pact,
                each ->
                    status(each) == 400
                        && !state(each).equals("the vendor answers 400")
                        && !succeeding.contains(each.path("request"))));
  }

  /** Of vendors whose pacts somebody wrote: the general test leaves out what is no JSON. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("writtenPacts")
  void everyOperationOfTheContractHasAPact(Path pact) throws IOException {
    Set<String> covered =
        findingsOnceEachStatusIsUnknown(pact).stream()
            .map(Finding::operation)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(covered).isEqualTo(Comparator.ofListedStatuses(provider(pact)).operations());
  }

  static List<Path> writtenPacts() throws IOException {
    return Checkout.vendors().stream()
        .filter(Checkout::hasOwnPactTests)
        .map(Checkout::writtenPact)
        .filter(Files::exists)
        .toList();
  }

  /** Those of requests and answers; for messages see MessagesKeepTheContractVerificationTest. */
  static List<Path> pacts() throws IOException {
    return Checkout.vendors().stream().map(Checkout::writtenPact).filter(Files::exists).toList();
  }

  /** One verdict per interaction, for the report. */
  private static void record(Path pact, List<Finding> findings) throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    for (String description : descriptions(pact, each -> true)) {
      String wrong =
          findings.stream()
              .filter(finding -> finding.description().equals(description))
              .map(Finding::toString)
              .collect(Collectors.joining("\n"));
      verdicts.add(
          wrong.isEmpty()
              ? new Verdict(description, Result.PASSED, null)
              : new Verdict(description, Result.FAILED, wrong));
    }
    new VerdictFile("contract", provider(pact), null, null, verdicts).writeTo(Checkout.results());
  }

  /** The comparator takes seconds for it, and several tests look at what it says. */
  private List<Finding> findingsOnceEachStatusIsUnknown(Path pact) throws IOException {
    List<Finding> known = WITH_UNKNOWN_STATUS.get(pact);
    if (known == null) {
      known = Comparator.ofListedStatuses(provider(pact)).findings(withUnknownStatus(pact));
      WITH_UNKNOWN_STATUS.put(pact, known);
    }
    return known;
  }

  private Path withUnknownStatus(Path pact) throws IOException {
    JsonNode wrong = JSON.readTree(pact.toFile());
    for (JsonNode interaction : wrong.path("interactions")) {
      ((ObjectNode) interaction.path("response")).put("status", UNKNOWN_STATUS);
    }
    Path file = temp.resolve("wrong.json");
    JSON.writeValue(file.toFile(), wrong);
    return file;
  }

  private static String provider(Path pact) throws IOException {
    return JSON.readTree(pact.toFile()).path("provider").path("name").asText();
  }

  private static Set<String> descriptions(List<Finding> findings, Predicate<Finding> which) {
    return findings.stream()
        .filter(which)
        .map(Finding::description)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> descriptions(Path pact, Predicate<JsonNode> which) throws IOException {
    Set<String> descriptions = new TreeSet<>();
    for (JsonNode interaction : JSON.readTree(pact.toFile()).path("interactions")) {
      if (which.test(interaction)) {
        descriptions.add(interaction.path("description").asText());
      }
    }
    return descriptions;
  }

  private static Set<JsonNode> requestsThatSucceed(Path pact) throws IOException {
    Set<JsonNode> requests = new HashSet<>();
    for (JsonNode interaction : JSON.readTree(pact.toFile()).path("interactions")) {
      if (status(interaction) < 300) {
        requests.add(interaction.path("request"));
      }
    }
    return requests;
  }

  private static int status(JsonNode interaction) {
    return interaction.path("response").path("status").asInt();
  }

  private static String state(JsonNode interaction) {
    return interaction.path("providerStates").path(0).path("name").asText();
  }
}
