package dev.forecourt.verifier.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the last run of the tests left behind, read from the files it wrote and from nothing else.
 *
 * @param committed interactions that the tests are meant to write
 * @param written interactions that they wrote
 * @param verdicts what the verifiers found, the live ones included
 * @param rules tests of the contracts' rules
 * @param tests tests of this module
 * @param mutation by vendor: how many mutants of its contract were caught
 */
record Run(
    List<PactInteraction> committed,
    List<PactInteraction> written,
    List<VerdictFile> verdicts,
    List<TestRun> rules,
    List<TestRun> tests,
    Map<String, JsonNode> mutation) {

  /** That of a checkout. */
  static Run of(Path root) throws IOException {
    Path module = root.resolve("contract-tests");
    Path target = module.resolve("target");
    List<VerdictFile> verdicts = new ArrayList<>(VerdictFile.in(target.resolve("results")));
    verdicts.addAll(VerdictFile.in(module.resolve("live")));
    verdicts.addAll(VerdictFile.in(root.resolve("mock-servers/server/target/results")));
    return new Run(
        PactInteraction.in(module.resolve("pacts")),
        PactInteraction.in(target.resolve("pacts")),
        verdicts,
        TestRun.of(root.resolve("specs/rules")),
        TestRun.of(module.resolve("clients")),
        mutation(target.resolve("mutation")));
  }

  List<VerdictFile> by(String who) {
    return verdicts.stream().filter(file -> file.by().equals(who)).toList();
  }

  private static Map<String, JsonNode> mutation(Path folder) throws IOException {
    Map<String, JsonNode> byVendor = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
          byVendor.put(
              file.getFileName().toString().replace(".json", ""),
              new ObjectMapper().readTree(file.toFile()));
        }
      }
    }
    return byVendor;
  }
}
