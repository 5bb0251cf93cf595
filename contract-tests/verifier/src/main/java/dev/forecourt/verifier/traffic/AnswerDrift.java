package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.check.AnswerCheck;
import dev.forecourt.verifier.check.Finding;
import dev.forecourt.verifier.check.Findings;
import dev.forecourt.verifier.check.Reading;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.Spot;
import dev.forecourt.verifier.output.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In what one answer to a call of a known operation differs from the contract. Says places and
 * kinds, and of the values only words that an enumeration should hold.
 */
public final class AnswerDrift {
  private final ContractTree contract;
  private final SchemaCheck schemas;
  private final DriftText text = new DriftText(false);

  private AnswerDrift(ContractTree contract) {
    this.contract = contract;
    this.schemas = SchemaCheck.ofTraffic(contract);
  }

  /** From a contract in one document. */
  public static AnswerDrift from(JsonNode contract) {
    return new AnswerDrift(new ContractTree(contract));
  }

  /**
   * Each difference as one line, with its place; empty if there is none. Throws {@link
   * IllegalArgumentException} for an operation that the contract does not have.
   */
  public List<String> of(
      String operationId, int status, Map<String, List<String>> headers, byte[] body) {
    Spot operation = operation(operationId);
    Recorded recorded =
        new WireExchange("GET", "/", Map.of(), new byte[0], status, headers, body, Set.of())
            .recorded("live", "$");
    Findings findings = new Findings("");
    new AnswerCheck(contract, schemas, recorded.exchange().answer(), Reading.SEEN, findings)
        .check(operation, status);
    Set<String> all = new LinkedHashSet<>();
    for (Finding each : findings.findings()) {
      Drift drift = new Drift(each, recorded);
      if (drift.level() != Level.NOTE) {
        all.add(place(drift) + text.what(drift));
      }
    }
    if (recorded.unreadable().stream().anyMatch(each -> each.endsWith("UNREADABLE"))) {
      all.add("the body says that it is JSON and is none");
    }
    return new ArrayList<>(all);
  }

  /** {@code $.list[*].grade: }; nothing for what is in no body. */
  private static String place(Drift drift) {
    String body = drift.recorded().exchange().answer().bodyPlace();
    String place = DriftText.place(drift);
    return place.startsWith(body)
        ? "$" + place.substring(body.length()).replaceAll("\\[\\d+]", "[*]") + ": "
        : "";
  }

  private Spot operation(String operationId) {
    return ContractTree.children(contract.root().to("paths")).stream()
        .flatMap(path -> ContractTree.children(contract.meant(path)).stream())
        .filter(each -> each.text("operationId").equals(operationId))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("The contract has no operation " + operationId + "."));
  }
}
