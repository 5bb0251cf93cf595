package dev.forecourt.verifier.cli;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands together. */
@Command(
    name = "forecourt-verifier",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Verifies pacts, changes of contracts and real traffic against the contracts.",
    footer = {
      "",
      "Exit codes: 0 all is well; 1 something was found; 2 it could not be checked.",
      "Each command explains itself: forecourt-verifier pact --help"
    },
    subcommands = {
      PactCommand.class,
      TrafficCommand.class,
      ProxyCommand.class,
      VendorCommand.class,
      DiffCommand.class,
      ReportCommand.class
    })
public final class Verifier {

  private Verifier() {}

  /** Runs one command and gives its exit code. */
  public static int run(String... args) {
    return new CommandLine(new Verifier())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExitCodeExceptionMapper(e -> 2)
        .setExecutionExceptionHandler(Verifier::explain)
        .execute(args.length == 0 ? new String[] {"--help"} : args);
  }

  /** What the caller can mend is one line; all else is our mistake and shows where. */
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    String message;
    if (e instanceof NoSuchFileException missing) {
      message = "There is no file " + missing.getFile() + ".";
    } else if (e instanceof IllegalArgumentException || e instanceof UncheckedIOException) {
      message = e.getMessage();
    } else {
      throw e;
    }
    command.getErr().println("!!! " + message);
    return 2;
  }
}
