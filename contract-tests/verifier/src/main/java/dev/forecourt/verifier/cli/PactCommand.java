package dev.forecourt.verifier.cli;

import dev.forecourt.verifier.pact.VerifyPact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A pact file of any tool against a vendor. */
@Command(
    name = "pact",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a pact file of your own: the contract must allow each interaction, and our stub must answer as it says.",
      "",
      "Keys and tokens of the file are replaced by those that the stub takes, unless the interaction expects 401 or 403."
    })
final class PactCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The pact file, of any version and any tool.")
  Path file;

  @Option(
      names = "--vendor",
      required = true,
      paramLabel = "NAME",
      description = "The vendor that the pact is about, such as fidcar.")
  String vendor;

  @Option(
      names = "--states",
      paramLabel = "FILE",
      description =
          "A JSON file that says how the stub is brought into each provider state: a list of calls of its controls, or a document for PUT /__mock/state. Example: { \"no tokens are left\": [{\"call\": \"POST /__mock/rate-limit\", \"body\": {\"limit\": 0}}] }")
  @Nullable Path states;

  @Mixin ContractsOption contracts;

  @Override
  public Integer call() throws IOException {
    return VerifyPact.run(file, vendor, contracts.contracts(), states, System.out) ? 0 : 1;
  }
}
