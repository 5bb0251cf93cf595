package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contract.inventory.Inventory;
import dev.forecourt.contract.rules.Rule;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.trials.mutation.Jury.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The mutants of one vendor's contract, and those who may notice them. */
final class VendorTrial {
  /** These read the folder itself, or are called by a checker of their own, or look at words. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "DocumentIsValidOpenApi",
          "EveryPropertyIsDescribed",
          "EverythingSaysItsSource",
          "FileNamesAreDigestible",
          "InventoryAgreesWithContract",
          "OperationIdsAreVerbAndNoun",
          "UnitsAndZonesAreSaid");

  /** These validate hundreds of values, so they are asked last. */
  private static final Set<String> SLOW =
      Set.of("ExamplesFitTheirSchemas", "EvidenceFitsItsSchema");

  private final String vendor;
  private final ContractCopy contract;
  private final List<Mutant> mutants;

  VendorTrial(String vendor) {
    this.vendor = vendor;
    this.contract = ContractCopy.of(folder(vendor));
    this.mutants = Mutants.of(contract.bundle());
  }

  String vendor() {
    return vendor;
  }

  /** Every mutant. */
  List<Mutant> mutants() {
    return mutants;
  }

  /** Everybody who looks at a contract of this vendor, the cheap ones first. */
  List<Checker> checkers() throws IOException {
    List<Checker> checkers = new ArrayList<>();
    checkers.add(
        new InventoryChecker(
            Inventory.read(folder(vendor).resolve("evidence").resolve("inventory.psv"))));
    rules(false).forEach(checkers::add);
    checkers.add(new PactChecker(pacts()));
    rules(true).forEach(checkers::add);
    return checkers;
  }

  private static Stream<RuleChecker> rules(boolean slow) {
    return Rule.all().stream()
        .filter(rule -> !ELSEWHERE.contains(rule.name()) && SLOW.contains(rule.name()) == slow)
        .map(RuleChecker::new);
  }

  /** The committed pacts whose provider is this vendor. */
  private List<JsonNode> pacts() throws IOException {
    List<JsonNode> pacts = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> files = Files.list(Checkout.committedPacts())) {
      for (Path file : files.sorted().toList()) {
        JsonNode pact = json.readTree(file.toFile());
        if (pact.path("provider").path("name").asText().matches(vendor + "(-.*)?")) {
          pacts.add(pact);
        }
      }
    }
    return pacts;
  }

  /**
   * Tries mutants, on all processors.
   *
   * @return what became of each, in their order
   */
  List<Verdict> judge(List<Mutant> some, List<Checker> checkers) throws InterruptedException {
    Jury jury = new Jury(checkers, contract);
    jury.before()
        .forEach(
            (name, problems) -> {
              if (!name.equals(PactChecker.NAME) && !problems.isEmpty()) {
                throw new IllegalStateException(
                    "%s finds faults in the contract of %s as it is: %s. Mend these first: scripts/test -pl specs/rules -am"
                        .formatted(name, vendor, problems.iterator().next()));
              }
            });
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Map<Integer, Verdict>>> parts = new ArrayList<>();
      for (int first = 0; first < threads; first++) {
        int start = first;
        ContractCopy own = contract.copy();
        parts.add(
            workers.submit(
                () -> {
                  Map<Integer, Verdict> verdicts = new TreeMap<>();
                  for (int i = start; i < some.size(); i += threads) {
                    verdicts.put(i, jury.judge(own, some.get(i)));
                  }
                  return verdicts;
                }));
      }
      Map<Integer, Verdict> all = new TreeMap<>();
      for (Future<Map<Integer, Verdict>> part : parts) {
        all.putAll(part.get());
      }
      return List.copyOf(all.values());
    } catch (ExecutionException e) {
      throw new IllegalStateException("A checker of %s failed".formatted(vendor), e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static Path folder(String vendor) {
    return Checkout.contract(vendor).getParent();
  }
}
