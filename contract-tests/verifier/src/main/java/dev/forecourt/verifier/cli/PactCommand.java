package dev.forecourt.verifier.cli;

import dev.forecourt.verifier.pact.VerifyPact;
import dev.forecourt.verifier.pact.VerifyPactOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pact files of any tool against the vendors. */
@Command(
    name = "pact",
    mixinStandardHelpOptions = true,
    description = {
      "Checks pact files of your own: the contract must allow each interaction, and our stub must answer as it says.",
      "",
      "Keys and tokens of the files are replaced by those that the stub takes, unless the interaction expects 401 or 403. Interactions that are pending are shown, and fail nothing. What needs a plugin is refused."
    },
    footer = {
      "",
      "Example: forecourt-verifier pact pacts/ --format junit --out target/pacts.xml",
      "",
      "The file of --states says for each provider state what brings the stub into it, and which values generators get:",
      "  { \"no tokens are left\": [{\"call\": \"POST /__mock/rate-limit\", \"body\": {\"limit\": 0}}],",
      "    \"there are no leads\": {\"leads\": []},",
      "    \"a dealership exists\": {\"calls\": [], \"values\": {\"id\": 1325}} }",
      "A list holds calls of the stub's controls or of the vendor's operations; any other object is a document for PUT /__mock/state. $${name} stands for a parameter of the state."
    })
final class PactCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Pact files of any version and any tool, and folders of them.")
  List<Path> files;

  @Option(
      names = "--vendor",
      paramLabel = "NAME",
      description =
          "The vendor that the pacts are about, such as fidcar. Default: the provider that each file names.")
  @Nullable String vendor;

  @Option(
      names = "--states",
      paramLabel = "FILE",
      description = "A JSON file that says how the stub is brought into each provider state.")
  @Nullable Path states;

  @Option(
      names = "--sources",
      hidden = true,
      description = "The folder of which the contracts were made: findings name its files.")
  @Nullable Path sources;

  @Mixin ContractsOption contracts;

  @Mixin OutputOption output;

  @Override
  public Integer call() throws IOException {
    return output.write(
        VerifyPact.run(
            new VerifyPactOptions(
                files,
                vendor,
                contracts.contracts(),
                sources == null ? contracts.specs : sources,
                states)),
        System.out);
  }
}
