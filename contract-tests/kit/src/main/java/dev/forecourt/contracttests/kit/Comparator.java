package dev.forecourt.contracttests.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Pact's own comparator (npm @pactflow/openapi-pact-comparator): a pact file against a contract,
 * without any server.
 */
public final class Comparator {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path contract;

  private Comparator(Path contract) {
    if (!Files.exists(Checkout.comparator())) {
      throw new IllegalStateException(
          "Pact's comparator is not installed. Run scripts/test, which installs it, or: npm ci --prefix contract-tests");
    }
    this.contract = contract;
  }

  /** For the contract of this vendor. */
  public static Comparator of(String vendor) {
    return new Comparator(ContractBundle.write(vendor, true));
  }

  /** For its contract without what it says of statuses that it does not list. */
  public static Comparator ofListedStatuses(String vendor) {
    return new Comparator(ContractBundle.write(vendor, false));
  }

  /**
   * What the contract does not allow. An undeclared query parameter is only a warning to the
   * comparator; here it is a finding: one of the two must be wrong.
   */
  public List<Finding> findings(Path pact) {
    try {
      // a file, not a pipe: the comparator ends before a pipe has taken a long report
      Path file = Files.createTempFile("comparator", ".json");
      new ProcessBuilder(
              Checkout.comparator().toString(), "--oas", contract.toString(), pact.toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .redirectOutput(file.toFile())
          .start()
          .onExit()
          .join();
      JsonNode report = JSON.readTree(file.toFile());
      Files.delete(file);
      if (!report.isArray()) {
        throw new IllegalStateException("The comparator printed no report for " + pact);
      }
      JsonNode interactions = JSON.readTree(pact.toFile()).path("interactions");
      return StreamSupport.stream(report.spliterator(), false)
          .filter(
              node ->
                  node.path("type").asText().equals("error")
                      || code(node).equals("request.query.unknown"))
          .map(node -> Finding.of(node, interactions))
          .filter(finding -> !finding.isTextInAForm())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every operation of the contract, such as {@code get /api/review}. */
  public Set<String> operations() throws IOException {
    Set<String> operations = new TreeSet<>();
    JSON.readTree(contract.toFile())
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(verb -> operations.add(verb + " " + path.getKey())));
    return operations;
  }

  private static String code(JsonNode finding) {
    return finding.path("code").asText();
  }

  /**
   * One thing that a pact says and the contract does not allow.
   *
   * @param interaction the interaction as the pact file has it
   * @param code kind of finding, such as {@code request.query.incompatible}
   * @param message the comparator's words
   * @param inPact place in the pact file
   * @param inContract place in the contract
   * @param operation operation that the interaction was verified against, such as {@code get
   *     /api/review}
   */
  public record Finding(
      JsonNode interaction,
      String code,
      String message,
      String inPact,
      String inContract,
      String operation) {
    static Finding of(JsonNode node, JsonNode interactions) {
      String place = node.path("mockDetails").path("location").asText();
      int index = Integer.parseInt(place.replaceFirst(".*interactions\\[(\\d+)].*", "$1"));
      return new Finding(
          interactions.get(index),
          node.path("code").asText(),
          node.path("message").asText(),
          place,
          node.path("specDetails").path("location").asText(),
          node.path("specDetails").path("pathMethod").asText()
              + " "
              + node.path("specDetails").path("pathName").asText());
    }

    public String description() {
      return interaction.path("description").asText();
    }

    /**
     * Form fields are text on the wire and repeated ones are arrays; the comparator calls both
     * wrong. Stub and Prism read the same bodies and do check these types.
     */
    boolean isTextInAForm() {
      return code.equals("request.body.incompatible")
          && interaction.path("request").path("headers").toString().contains("multipart/form-data")
          && (message.endsWith("must be integer") || message.endsWith("must be array"));
    }

    @Override
    public String toString() {
      return "%s: %s (%s)%n    pact:     %s%n    contract: %s"
          .formatted(description(), message, code, inPact, inContract);
    }
  }
}
