package dev.forecourt.verifier.cli;

import dev.forecourt.verifier.diff.ContractDiff;
import dev.forecourt.verifier.diff.JsonOutput;
import dev.forecourt.verifier.diff.MarkdownOutput;
import dev.forecourt.verifier.diff.Rule;
import dev.forecourt.verifier.diff.TextOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What changed between two versions of the contracts. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    customSynopsis = {
      "forecourt-verifier diff [--no-pacts] [--format=FORMAT] BEFORE AFTER",
      "       forecourt-verifier diff --rules"
    },
    description = {
      "Says what changed between two versions of contracts, whether it breaks programs that call over HTTP or that use the Java client, and what to do.",
      "",
      "BEFORE and AFTER are each a checkout with specs/, a folder with a folder for each vendor, one folder with an openapi.yaml, or a file of one contract.",
      "",
      "Of two checkouts, the pacts (contract-tests/pacts) of each are verified against the contracts of the other: interactions that break are named, and those that need the new contract.",
      "",
      "A breaking change is justified by a new line of the vendor's CHANGELOG.md that names the operation, schema or parameter:",
      "  - Breaking: `listReviews`: the vendor dropped the filter `local`"
    },
    footer = {
      "",
      "Exit codes: 0 nothing breaks without a reason; 1 something does; 2 it could not be compared."
    })
final class DiffCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BEFORE",
      description = "The older version.")
  @Nullable Path before;

  @Parameters(index = "1", arity = "0..1", paramLabel = "AFTER", description = "The newer version.")
  @Nullable Path after;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text for people, json for programs, markdown for a changelog. Default: ${DEFAULT-VALUE}.")
  Format format = Format.text;

  @Option(names = "--no-pacts", description = "Compares the contracts only.")
  boolean noPacts;

  @Option(
      names = "--rules",
      description = "Lists all rules with their levels for HTTP and Java, and compares nothing.")
  boolean rules;

  @Spec CommandSpec spec;

  /** In lower case, as they are typed. */
  enum Format {
    text(TextOutput::of),
    json(JsonOutput::of),
    markdown(MarkdownOutput::of);

    private final Function<ContractDiff, String> writer;

    Format(Function<ContractDiff, String> writer) {
      this.writer = writer;
    }
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (rules) {
      Rule.all().forEach(rule -> out.println(line(rule)));
      out.flush();
      return 0;
    }
    if (before == null || after == null) {
      throw new ParameterException(
          spec.commandLine(), "Which two versions? Give BEFORE and AFTER; --help explains them.");
    }
    ContractDiff diff = ContractDiff.between(before, after, !noPacts);
    out.print(format.writer.apply(diff));
    out.flush();
    return diff.isRight() ? 0 : 1;
  }

  private static String line(Rule rule) {
    return "%s|%s|%s|%s"
        .formatted(rule.id(), rule.http().word(), rule.java().word(), rule.sentence());
  }
}
