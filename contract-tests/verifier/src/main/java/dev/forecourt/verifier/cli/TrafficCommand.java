package dev.forecourt.verifier.cli;

import dev.forecourt.verifier.output.Results;
import dev.forecourt.verifier.pact.PactReader;
import dev.forecourt.verifier.traffic.Patch;
import dev.forecourt.verifier.traffic.Traffic;
import dev.forecourt.verifier.traffic.TrafficOptions;
import dev.forecourt.verifier.traffic.TrafficVerdicts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recordings of real traffic against the contracts. */
@Command(
    name = "traffic",
    mixinStandardHelpOptions = true,
    description = {
      "Checks recordings of real traffic against the contracts: says which operations came, what the contract does not have, what it requires and did not come, and which values are wrong.",
      "",
      "Takes HAR files (of a browser's network panel, Playwright, mitmproxy, Charles, Fiddler, Insomnia …), the journal of a mock server (curl …/__mock/requests), pact files, and recordings of our clients; each may be compressed with gzip.",
      "",
      "A request is known by its path, whatever the host and whatever stands before the path. A host that a contract names decides, and all that goes there is the vendor's.",
      "",
      "Values are shown by their shape only, so that the report can be passed on. Headers that browsers, proxies and servers add are no findings; bodies that a recording cuts off are not checked.",
      ""
    },
    footer = {
      "",
      "Example: open the network panel of your browser, use the application, choose \"Save all as HAR\", then",
      "",
      "  forecourt-verifier traffic session.har",
      "  forecourt-verifier traffic session.har --specs specs --patch drift.patch",
      "  git apply drift.patch        # then read the diff, and say what each new member means",
      "",
      "Drift that is to stay goes to a list, --reviewed FILE, one entry each; * stands for any text:",
      "",
      "  - {vendor: fidcar, operation: getReview, rule: response.body.unknown,",
      "     place: /components/schemas/Review/properties/tags, reason: \"Internal to the vendor.\"}",
      "",
      "Exit codes: 0 no drift; 1 drift, or an entry of the reviewed list that nothing needs; 2 it could not be checked."
    })
final class TrafficCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The recordings.")
  List<Path> files = List.of();

  @Option(
      names = "--vendor",
      paramLabel = "NAME",
      description = "Look for this vendor only, such as fidcar. Default: for all.")
  @Nullable String vendor;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "Look at requests to this host only, such as gateway.example or localhost:8080; with --vendor, all that goes there is the vendor's. Repeatable. Default: all.")
  List<String> hosts = List.of();

  @Option(
      names = "--show-values",
      description = "Show values as they are. Keys, tokens and passwords are never shown.")
  boolean showValues;

  @Option(
      names = "--never",
      description = "List what the contract has and what never came, instead of counting it.")
  boolean never;

  @Option(
      names = "--reviewed",
      paramLabel = "FILE",
      description = "A YAML list of drift that is to stay, each with the reason.")
  @Nullable Path reviewed;

  @Option(
      names = "--patch",
      paramLabel = "FILE",
      description =
          "Where to write a change of the contract that allows what was seen, for git apply. Needs --specs. What is new is marked x-documented: false.")
  @Nullable Path patch;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description =
          "A folder for what was seen of each operation, without values: the column Traffic of the report reads it in contract-tests/live of a checkout.")
  @Nullable Path verdicts;

  @Mixin ContractsOption contracts;
  @Mixin OutputOption output;

  @Override
  public Integer call() throws IOException {
    TrafficOptions options =
        new TrafficOptions(
            vendor, contracts.specs, showValues, never, reviewed, Set.copyOf(lowerCase(hosts)));
    if (patch != null && contracts.specs == null) {
      throw new IllegalArgumentException(
          "--patch changes the sources of contracts. Say where they are: --specs specs");
    }
    for (String each : hosts) {
      if (each.contains("/")) {
        throw new IllegalArgumentException(
            "'%s' is no host. Write its name alone, such as gateway.example or localhost:8080."
                .formatted(each));
      }
    }
    Traffic traffic = Traffic.of(contracts.contracts(), options, PactReader::exchanges);
    PrintStream progress = System.err;
    for (Path each : files) {
      traffic.read(each, progress);
    }
    Results results = traffic.results();
    int code = output.write(results, System.out);
    if (verdicts != null) {
      TrafficVerdicts.write(results, verdicts, Clock.systemUTC());
    }
    if (patch != null) {
      Patch proposed = traffic.patch();
      Files.writeString(patch, proposed.text());
      System.err.println("==> " + proposed.summary(patch));
    }
    return traffic.isEmpty() ? 2 : code;
  }

  private static List<String> lowerCase(List<String> hosts) {
    return hosts.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
  }
}
