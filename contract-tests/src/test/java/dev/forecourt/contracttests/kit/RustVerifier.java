package dev.forecourt.contracttests.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Pact's own verifier (npm @pact-foundation/pact-cli): other people wrote it, in Rust. */
final class RustVerifier {
  private RustVerifier() {}

  /** Whether each interaction is kept, by its description. */
  static Map<String, Boolean> verdicts(Path pact, StubGate gate, String name) {
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
      command.redirectErrorStream(true).redirectOutput(log.toFile()).start().onExit().join();
      if (!Files.exists(report)) {
        throw new IllegalStateException(
            "Pact's verifier wrote no report for " + pact + ". See " + log);
      }
      Map<String, Boolean> verdicts = new TreeMap<>();
      for (JsonNode each :
          new ObjectMapper().readTree(report.toFile()).path("interactionResults")) {
        verdicts.put(each.path("description").asText(), each.path("result").asText().equals("OK"));
      }
      return verdicts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
