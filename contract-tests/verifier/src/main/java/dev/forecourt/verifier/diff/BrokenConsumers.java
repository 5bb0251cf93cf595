package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.contract.tools.Contracts;
import dev.forecourt.verifier.check.Finding;
import dev.forecourt.verifier.pact.PactChecker;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the pacts of one version against the contracts of another: those of before against the
 * contracts of today tell whom the change breaks; those of today against the contracts of before
 * tell who has to wait for it.
 */
public final class BrokenConsumers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;

  private BrokenConsumers(PrintStream out) {
    this.out = out;
  }

  /** Prints each broken interaction with its consumer; the number of those that break. */
  public static int run(Path before, Path after, PrintStream out) throws IOException {
    BrokenConsumers check = new BrokenConsumers(out);
    int broken = check.hold(before, after, "BREAKING  ", consumer -> consumer);
    check.hold(
        after,
        before,
        "new       ",
        consumer -> consumer + " of this version needs the new contract");
    out.println(
        broken == 0
            ? "No interaction of a pact breaks."
            : broken + " interaction(s) of pacts would break.");
    return broken;
  }

  private int hold(Path pacts, Path contracts, String word, UnaryOperator<String> who)
      throws IOException {
    List<String> vendors = Contracts.vendors(contracts.resolve("specs"));
    Map<String, PactChecker> checkers = new TreeMap<>();
    int broken = 0;
    for (Path pact : files(pacts.resolve("contract-tests/pacts"))) {
      JsonNode root = JSON.readTree(pact.toFile());
      String vendor = root.at("/provider/name").asText();
      if (!vendors.contains(vendor) || root.at("/interactions/0/request").isMissingNode()) {
        continue;
      }
      PactChecker checker =
          checkers.computeIfAbsent(
              vendor, id -> PactChecker.of(Bundle.of(contracts.resolve("specs").resolve(id))));
      Map<String, List<Finding>> byInteraction =
          checker.check(root).findings().stream()
              .collect(
                  Collectors.groupingBy(Finding::interaction, TreeMap::new, Collectors.toList()));
      broken += byInteraction.size();
      byInteraction.forEach(
          (interaction, findings) ->
              out.println(
                  "  "
                      + word
                      + who.apply(root.at("/consumer/name").asText())
                      + ": "
                      + interaction
                      + findings.stream()
                          .map(finding -> "\n              " + finding.message())
                          .distinct()
                          .collect(Collectors.joining())));
    }
    return broken;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
