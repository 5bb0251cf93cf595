package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportRefusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The runnable JAR: {@code java -jar forecourt.jar --help}. */
@Command(
    name = "forecourt",
    description = "Makes a stub, a client or a contract of an OpenAPI file: 2.0, 3.0 or 3.1.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      GenerateCommand.class,
      NewVendorCommand.class
    })
public final class Main {

  static final int REFUSED = 1;
  static final int USAGE_ERROR = 2;

  private Main() {}

  /**
   * Runs one command. Exit code 0: done, or it serves until it is told to end; 1: the file cannot
   * be used, and the reasons are printed; 2: a wrong option.
   */
  public static void main(String[] args) {
    int code = commandLine().execute(args);
    if (code != ServeCommand.SERVING) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (problem, command, parsed) -> {
              PrintWriter err = command.getErr();
              if (problem instanceof NoSuchFileException missing) {
                err.printf(
                    "There is no file %s. Name the vendor's OpenAPI file.%n", missing.getFile());
                return USAGE_ERROR;
              }
              if (problem instanceof ImportRefusal
                  || problem instanceof Refusal
                  || problem instanceof IllegalArgumentException
                  || problem instanceof IOException) {
                err.println(problem.getMessage());
                return REFUSED;
              }
              throw problem;
            });
  }

  /** Of the JAR. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"forecourt " + (version == null ? "of a working copy" : version)};
    }
  }
}
