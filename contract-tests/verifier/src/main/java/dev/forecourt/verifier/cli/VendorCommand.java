package dev.forecourt.verifier.cli;

import dev.forecourt.verifier.live.VerifyVendor;
import dev.forecourt.verifier.live.VerifyVendorOptions;
import dev.forecourt.verifier.replay.Credentials;
import dev.forecourt.verifier.replay.PactFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The vendor itself against contract and pact. */
@Command(
    name = "vendor",
    mixinStandardHelpOptions = true,
    description = {
      "Sends reading requests to the vendor, and says in what its answers differ from the contract: each operation that gets, lists or searches, with the examples of the contract, and what reads in a pact if one is given.",
      "",
      "Credentials come from the environment: FORECOURT_<VENDOR>_API_KEY and such; a missing one is named."
    })
final class VendorCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "The vendor, such as fidcar.")
  String vendor;

  @Option(
      names = "--pact",
      paramLabel = "FILE",
      description = "A pact whose reading requests are sent as well.")
  @Nullable Path pact;

  @Option(
      names = "--pause",
      paramLabel = "MS",
      defaultValue = "500",
      description = "Milliseconds between two requests. Default: ${DEFAULT-VALUE}.")
  int pause;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Most requests that are sent. Default: ${DEFAULT-VALUE}.")
  int limit;

  @Option(
      names = "--host",
      paramLabel = "URL",
      description = "A test host in place of the first server of the contract.")
  @Nullable URI host;

  @Option(
      names = "--value",
      paramLabel = "OURS=YOURS",
      description =
          "An id of yours in place of one of contract and pact, such as 1325=4711. Repeatable.")
  Map<String, String> values = Map.of();

  @Option(
      names = "--write-to-the-real-vendor",
      description = "Sends calls that change something, too.")
  boolean writes;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for what was found, as JSON, without keys or customers' data.")
  Path out;

  @Mixin ContractsOption contracts;

  @Override
  public Integer call() throws IOException {
    if (limit < 1 || pause < 0) {
      throw new IllegalArgumentException(
          "--limit is at least 1 and --pause at least 0, not %d and %d.".formatted(limit, pause));
    }
    boolean right =
        VerifyVendor.run(
            new VerifyVendorOptions(vendor, host, writes, values, Duration.ofMillis(pause), limit),
            contracts.contracts().of(vendor),
            pact == null ? null : PactFile.read(pact),
            Credentials.ofEnvironment(vendor, System.getenv()),
            out,
            Clock.systemUTC(),
            System.out);
    return right ? 0 : 1;
  }
}
