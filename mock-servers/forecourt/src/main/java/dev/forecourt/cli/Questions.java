package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.report.Guess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What a person at a terminal is asked, at most four things, each with a guess. */
final class Questions {

  private final PrintWriter out;
  private final @Nullable BufferedReader in;

  /** Asks nothing if there is nobody to answer. */
  Questions(PrintWriter out, @Nullable BufferedReader in) {
    this.out = out;
    this.in = in;
  }

  static Questions of(CommandLine command, boolean yes) {
    boolean nobody = yes || System.console() == null;
    return new Questions(
        command.getOut(),
        nobody
            ? null
            : new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
  }

  /** Asks for what was guessed. True if an answer changed an option. */
  boolean change(ImportResult contract, ContractOptions options) throws IOException {
    if (in == null) {
      return false;
    }
    boolean changed = false;
    for (String flag : List.of("--auth", "--paging", "--operations")) {
      Guess guess = first(contract.guesses(), flag);
      if (guess != null && options.of(flag) == null) {
        String answer =
            ask(
                "%s: %s, because %s. Enter to agree, or a value for %s:"
                    .formatted(guess.place(), guess.what(), guess.reason(), flag));
        if (!answer.isEmpty()) {
          options.set(flag, answer);
          changed = true;
        }
      }
    }
    return changed;
  }

  /** Shows what will be written. True unless somebody says no. */
  boolean agreed(List<String> files) throws IOException {
    if (in == null) {
      return true;
    }
    files.forEach(file -> out.println("  " + file));
    return !ask("Write these %d files? [Y/n]".formatted(files.size()))
        .toLowerCase(Locale.ROOT)
        .startsWith("n");
  }

  private static @Nullable Guess first(List<Guess> guesses, String flag) {
    return guesses.stream().filter(guess -> guess.flag().startsWith(flag)).findFirst().orElse(null);
  }

  private String ask(String question) throws IOException {
    out.print(question + " ");
    out.flush();
    String line = in == null ? null : in.readLine();
    return line == null ? "" : line.trim();
  }
}
