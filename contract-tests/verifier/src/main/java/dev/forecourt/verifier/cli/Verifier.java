package dev.forecourt.verifier.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
    })
public final class Verifier {
  private static final List<Class<?>> COMMANDS =
      List.of(
          PactCommand.class,
          TrafficCommand.class,
          ProxyCommand.class,
          VendorCommand.class,
          DiffCommand.class,
          ReportCommand.class);

  private Verifier() {}

  /** Runs one command and gives its exit code. */
  public static int run(String... args) {
    if (args.length == 0) {
      CommandLine all = commands("");
      all.getErr().println("!!! Which command?");
      all.usage(all.getErr());
      return 2;
    }
    return commands(args[0])
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExitCodeExceptionMapper(e -> 2)
        .setExecutionExceptionHandler(Verifier::explain)
        .setParameterExceptionHandler(Verifier::explain)
        .execute(args);
  }

  /** The command that is asked for, else all: to read what a command takes costs some time. */
  private static CommandLine commands(String first) {
    CommandLine all = new CommandLine(new Verifier());
    boolean known = COMMANDS.stream().anyMatch(each -> name(each).equals(first));
    COMMANDS.stream()
        .filter(each -> !known || name(each).equals(first))
        .forEach(each -> all.addSubcommand(each));
    return all;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /** What is wrong with the arguments, and where they are explained. */
  private static int explain(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    boolean noCommand = e instanceof UnmatchedArgumentException && command.getParent() == null;
    command
        .getErr()
        .println(
            "!!! "
                + (noCommand && !arguments[0].startsWith("-")
                    ? "There is no command '%s'. There are %s"
                        .formatted(
                            arguments[0], String.join(", ", command.getSubcommands().keySet()))
                    : e.getMessage().replaceFirst("\\.$", ""))
                + ".");
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command
        .getErr()
        .println(command.getCommandSpec().qualifiedName() + " --help shows what it takes.");
    return 2;
  }

  /** What the caller can mend is one line; all else is our mistake and shows where. */
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    String message;
    if (e instanceof NoSuchFileException missing) {
      message = "There is no file " + missing.getFile() + ".";
    } else if (e instanceof FileSystemException file) {
      message = "%s cannot be read or written: %s.".formatted(file.getFile(), reason(file));
    } else if (e instanceof IllegalArgumentException || e instanceof UncheckedIOException) {
      message = e.getMessage();
    } else {
      throw e;
    }
    command.getErr().println("!!! " + message);
    return 2;
  }

  private static String reason(FileSystemException e) {
    return e instanceof AccessDeniedException
        ? "this user may not"
        : Objects.requireNonNullElse(e.getReason(), e.getClass().getSimpleName());
  }
}
