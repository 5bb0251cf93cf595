package dev.forecourt.trials.specmatic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.contracttests.kit.Checkout;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** What {@code scripts/run-specmatic} runs. */
public final class RunSpecmatic {
  private static final Set<String> PROVIDERS = Set.of("stub", "prism");
  private static final int SHOWN = 20;

  private final ReviewedFindings reviewed;
  private final PrintStream out;

  private RunSpecmatic(ReviewedFindings reviewed, PrintStream out) {
    this.reviewed = reviewed;
    this.out = out;
  }

  /**
   * @param args vendors, none for all; {@code --only stub} or {@code --only prism}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Set<String> vendors = new LinkedHashSet<>();
    Set<String> providers = new TreeSet<>(PROVIDERS);
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--only")) {
        providers.retainAll(Set.of(args[++i]));
      } else {
        vendors.add(args[i]);
      }
    }
    List<String> all = Checkout.vendors();
    if (!all.containsAll(vendors) || providers.isEmpty()) {
      System.err.printf(
          "Expected vendors of %s and --only with one of %s, not %s.%n",
          all, PROVIDERS, List.of(args));
      System.exit(2);
    }
    ReviewedFindings reviewed =
        ReviewedFindings.read(Checkout.file("contract-tests/specmatic/reviewed-findings.yaml"));
    boolean good =
        new RunSpecmatic(reviewed, System.out)
            .run(vendors.isEmpty() ? new LinkedHashSet<>(all) : vendors, providers, all);
    System.exit(good ? 0 : 1);
  }

  private boolean run(Set<String> vendors, Set<String> providers, List<String> all)
      throws IOException, InterruptedException {
    out.println(
        "vendor    provider  operations  tests  of wrong requests  passed  explained  seconds");
    List<Outcome> outcomes = new ArrayList<>();
    for (String vendor : vendors) {
      for (String provider : providers) {
        long start = System.nanoTime();
        Outcome outcome = ask(vendor, provider);
        outcomes.add(outcome);
        out.printf(
            "%-9s %-8s  %10d  %5d  %17d  %6d  %9d  %7d%n",
            vendor,
            provider,
            outcome.operations(),
            outcome.tests(),
            outcome.negative(),
            outcome.passed(),
            outcome.explained(),
            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
      }
    }
    Set<String> ranVendors = new TreeSet<>(vendors);
    if (vendors.containsAll(all)) {
      ranVendors.add("*");
    }
    Set<String> ranProviders = new TreeSet<>(providers);
    if (providers.containsAll(PROVIDERS)) {
      ranProviders.add("*");
    }
    return conclude(outcomes, reviewed.unused(ranVendors, ranProviders));
  }

  private Outcome ask(String vendor, String provider) throws IOException, InterruptedException {
    Path folder =
        Files.createDirectories(
            Checkout.file("contract-tests/target/specmatic").resolve(vendor + "-" + provider));
    ObjectNode contract = Bundle.of(Checkout.contract(vendor).getParent());
    Set<String> operations = SpecmaticContract.operations(contract);
    Path copy = folder.resolve("contract.json");
    try (Provider asked = provider.equals("stub") ? Provider.stub(vendor) : Provider.prism(vendor);
        RecordingGate gate = RecordingGate.before(asked)) {
      new ObjectMapper()
          .writeValue(copy.toFile(), SpecmaticContract.of(contract, vendor, provider, reviewed));
      List<GeneratedTest> tests = Specmatic.test(copy, gate.uri(), folder);
      Outcome outcome = Outcome.of(vendor, provider, operations, tests, gate.exchanges(), reviewed);
      Files.write(
          folder.resolve("unexplained"),
          outcome.unexplained().stream().map(Finding::toString).toList());
      return outcome;
    } catch (IllegalStateException e) {
      return Outcome.crashed(vendor, provider, String.valueOf(e.getMessage()));
    }
  }

  private boolean conclude(List<Outcome> outcomes, List<String> unused) {
    int shown = 0;
    int unexplained = 0;
    for (Outcome outcome : outcomes) {
      outcome
          .problems()
          .forEach(each -> out.printf("%s %s: %s%n", outcome.vendor(), outcome.provider(), each));
      for (Finding finding : outcome.unexplained()) {
        unexplained++;
        if (shown++ < SHOWN) {
          out.println(finding);
        }
      }
    }
    if (unexplained > 0) {
      out.printf(
          "%d finding(s) without an explanation, all in contract-tests/target/specmatic/*/unexplained: mend contract or stub, or add a line to contract-tests/specmatic/reviewed-findings.yaml.%n",
          unexplained);
    }
    unused.forEach(each -> out.println("Nothing needs this any more, strike it out: " + each));
    return outcomes.stream().allMatch(Outcome::good) && unused.isEmpty();
  }
}
