package dev.forecourt.verifier.cli;

import dev.forecourt.verifier.contract.VendorContracts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which contracts a command reads. */
final class ContractsOption {
  @Option(
      names = "--specs",
      paramLabel = "DIR",
      description =
          "A folder with a contract for each vendor, such as specs/ of a checkout. Default: the contracts in this JAR.")
  @Nullable Path specs;

  VendorContracts contracts() {
    return specs == null ? VendorContracts.packaged() : VendorContracts.in(specs);
  }
}
