package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.verifier.check.Finding;
import dev.forecourt.verifier.pact.PactChecker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verifies the pacts of one version against the contract of another: those of before against the
 * contract of today tell whom the change breaks; those of today against the contract of before tell
 * who has to wait for it. What a pact does wrong by its own contract is no matter of the change.
 */
final class BrokenConsumers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ContractVersion before;
  private final ContractVersion after;

  BrokenConsumers(ContractVersion before, ContractVersion after) {
    this.before = before;
    this.after = after;
  }

  /** For a vendor that both versions have. */
  List<BrokenInteraction> of(String vendor) throws IOException {
    List<BrokenInteraction> all = new ArrayList<>(touched(vendor, before, after, false));
    all.addAll(touched(vendor, after, before, true));
    return all;
  }

  private static List<BrokenInteraction> touched(
      String vendor, ContractVersion own, ContractVersion other, boolean waits) throws IOException {
    PactChecker checker = null;
    List<BrokenInteraction> touched = new ArrayList<>();
    for (Path file : own.pacts()) {
      JsonNode pact = JSON.readTree(file.toFile());
      String provider = pact.at("/provider/name").asText();
      if (!provider.equals(vendor) && !provider.startsWith(vendor + "-")) {
        continue;
      }
      if (checker == null) {
        checker = PactChecker.of(other.contract(vendor));
      }
      List<Finding> findings = checker.check(pact).findings();
      if (findings.isEmpty()) {
        continue;
      }
      String consumer = pact.at("/consumer/name").asText();
      Set<Finding> always =
          new HashSet<>(PactChecker.of(own.contract(vendor)).check(pact).findings());
      byInteraction(findings, always)
          .forEach(
              (interaction, messages) ->
                  touched.add(
                      new BrokenInteraction(consumer, interaction, waits, List.copyOf(messages))));
    }
    return touched;
  }

  private static Map<String, Set<String>> byInteraction(
      List<Finding> findings, Set<Finding> always) {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    for (Finding each : findings) {
      if (!always.contains(each)) {
        all.computeIfAbsent(each.interaction(), absent -> new LinkedHashSet<>())
            .add(each.message());
      }
    }
    return all;
  }
}
