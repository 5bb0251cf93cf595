package dev.forecourt.contracttests.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.verifier.report.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Pact's own verifier (npm @pact-foundation/pact-cli): other people wrote it, in Rust. */
final class RustVerifier {
  // it takes seconds
  private static final long MOST_MINUTES = 3;

  private RustVerifier() {}

  /** What it says of each interaction, by its description. */
  static Map<String, Verdict> verdicts(Path pact, StubGate gate, String name) {
    if (!Files.exists(Checkout.pactCli())) {
      throw new IllegalStateException(
          "Pact's verifier is not installed. Run scripts/test, which installs it, or: npm ci --prefix contract-tests");
    }
    try {
      Path folder = Files.createDirectories(Path.of("target", "rust"));
      Path report = folder.resolve(name + ".json");
      Files.deleteIfExists(report);
      Path log = folder.resolve(name + ".log");
      ProcessBuilder command =
          new ProcessBuilder(
              Checkout.pactCli().toString(),
              "verifier",
              "--file",
              pact.toString(),
              "--hostname",
              "127.0.0.1",
              "--port",
              String.valueOf(gate.port()),
              "--state-change-url",
              gate.stateChange().toString(),
              "--state-change-teardown",
              "--no-colour",
              "--json",
              report.toString());
      command.environment().put("PACT_DO_NOT_TRACK", "true"); // no usage events to anybody
      PactCli.withoutCertificates(command.environment());
      Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        throw new IllegalStateException(
            "Pact's verifier was ended after %d minutes on %s. See %s"
                .formatted(MOST_MINUTES, pact, log));
      }
      if (!Files.exists(report)) {
        throw new IllegalStateException(
            "Pact's verifier wrote no report for " + pact + ". See " + log);
      }
      JsonNode results = new ObjectMapper().readTree(report.toFile());
      Map<String, Verdict> verdicts = new TreeMap<>();
      for (JsonNode each : results.path("interactionResults")) {
        String interaction = each.path("description").asText();
        boolean kept = each.path("result").asText().equals("OK");
        verdicts.put(
            interaction,
            new Verdict(
                interaction,
                kept ? Verdict.Result.PASSED : Verdict.Result.FAILED,
                kept ? null : mismatches(results, interaction)));
      }
      return verdicts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Pact's verifier ran", e);
    }
  }

  private static String mismatches(JsonNode results, String interaction) {
    List<String> found = new ArrayList<>();
    for (JsonNode error : results.path("errors")) {
      if (error.path("interaction").asText().endsWith(" - " + interaction)) {
        JsonNode mismatch = error.path("mismatch");
        mismatch.path("mismatches").forEach(each -> found.add(each.path("mismatch").asText()));
        found.add(mismatch.path("message").asText());
      }
    }
    return found.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
  }
}
