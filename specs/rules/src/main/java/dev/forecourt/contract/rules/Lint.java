package dev.forecourt.contract.rules;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The program behind {@code scripts/lint}: checks contracts and prints each violation. */
public final class Lint {
  private final PrintStream out;
  private final PrintStream err;
  private int violations;

  private Lint(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Arguments are the folder of the contracts and the ids of vendors. Exit code 1: found some. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int found = run(Path.of(args[0]), List.of(args).subList(1, args.length), out, err);
    System.exit(found == 0 ? 0 : 1);
  }

  /** Prints rule, file, place and the right form of each violation, and gives their number. */
  static int run(Path specs, List<String> vendors, PrintStream out, PrintStream err) {
    Lint lint = new Lint(out, err);
    vendors.forEach(vendor -> lint.check(specs.resolve(vendor)));
    return lint.violations;
  }

  private void check(Path folder) {
    try {
      Contract contract = Contract.of(folder);
      for (Rule rule : Rule.of(contract)) {
        Rule.found(rule, contract).forEach(each -> print(rule.name() + ": " + each));
      }
      if (contract.isImported()) {
        // its words are the vendor's: counted, no violation
        ImportedWording.missing(contract)
            .forEach(
                (what, count) -> out.println(folder.getFileName() + ": " + count + " " + what));
      }
    } catch (IllegalArgumentException e) {
      print(e.getMessage());
    }
  }

  private void print(String violation) {
    violations++;
    err.println(violation);
  }
}
