package dev.forecourt.verifier.cli;

import dev.forecourt.verifier.diff.BrokenConsumers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Which consumers a change of the contracts breaks. */
@Command(
    name = "consumers",
    mixinStandardHelpOptions = true,
    description =
        "Holds the pacts of one version against the contracts of another, and names each interaction that breaks.")
final class ConsumersCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "The older version: a folder with specs/ and contract-tests/pacts/.")
  Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The newer version.")
  Path after;

  @Override
  public Integer call() throws IOException {
    return BrokenConsumers.run(before, after, System.out) == 0 ? 0 : 1;
  }
}
