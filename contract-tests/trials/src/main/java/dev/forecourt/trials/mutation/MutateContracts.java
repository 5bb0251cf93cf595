package dev.forecourt.trials.mutation;

import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.trials.mutation.Jury.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What {@code scripts/mutate-contracts} runs. */
public final class MutateContracts {
  /** Of the changes of documented facts, in percent. */
  static final double GOAL = 95;

  private final Survivors reviewed;
  private final int limit;
  private final List<String> unexplained = new ArrayList<>();
  private Score documented = new Score(0, 0);
  private Score own = new Score(0, 0);

  private MutateContracts(Survivors reviewed, int limit) {
    this.reviewed = reviewed;
    this.limit = limit;
  }

  /**
   * @param args vendors, none for all; {@code --limit N}; {@code --show ID}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Set<String> vendors = new LinkedHashSet<>();
    int limit = Integer.MAX_VALUE;
    String shown = null;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--limit" -> limit = Integer.parseInt(args[++i]);
        case "--show" -> shown = args[++i];
        default -> vendors.add(args[i]);
      }
    }
    List<String> all = Checkout.vendors();
    if (!all.containsAll(vendors)) {
      System.err.printf("There is no such vendor among %s. There are: %s%n", vendors, all);
      System.exit(2);
    }
    Set<String> chosen = vendors.isEmpty() ? new LinkedHashSet<>(all) : vendors;
    boolean good =
        shown == null
            ? new MutateContracts(reviewed(), limit).run(chosen, chosen.containsAll(all))
            : show(chosen, shown);
    System.exit(good ? 0 : 1);
  }

  /** The survivors that somebody has looked at. */
  static Survivors reviewed() throws IOException {
    return Survivors.read(Checkout.file("contract-tests/mutation-survivors.psv"));
  }

  private boolean run(Set<String> vendors, boolean all) throws IOException, InterruptedException {
    Path folder = Checkout.file("contract-tests/target/mutation");
    boolean sampled = false;
    System.out.print(MutationReport.header());
    for (String vendor : vendors) {
      long start = System.nanoTime();
      VendorTrial trial = new VendorTrial(vendor);
      List<Mutant> some = Mutants.sample(trial.mutants(), limit);
      sampled |= some.size() < trial.mutants().size();
      MutationReport report =
          new MutationReport(vendor, trial.mutants().size(), trial.judge(some, trial.checkers()));
      report.write(folder, reviewed);
      System.out.print(report.table());
      System.out.printf(
          "%-10s %d of %d mutants in %d s%n%n",
          vendor,
          some.size(),
          trial.mutants().size(),
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
      add(report);
    }
    return conclusion(sampled ? List.of() : reviewed.unused(vendors, all));
  }

  private void add(MutationReport report) {
    documented = documented.plus(Score.of(report.verdicts(), true));
    own = own.plus(Score.of(report.verdicts(), false));
    for (Verdict survivor : report.survivors()) {
      String reason = reviewed.reason(report.vendor(), survivor);
      Mutant mutant = survivor.mutant();
      if (reason == null) {
        unexplained.add(
            "%s %s (%s; %s)"
                .formatted(
                    report.vendor(),
                    mutant.id(),
                    mutant.change(),
                    mutant.documented() ? "documented" : "own decision"));
      }
    }
  }

  private boolean conclusion(List<String> unused) {
    System.out.printf(
        "Documented facts: %d of %d changes noticed, %s %% (goal: %s %%)%n",
        documented.caught(), documented.mutants(), documented.percent(), GOAL);
    System.out.printf(
        "Our own decisions: %d of %d, %s %%%n", own.caught(), own.mutants(), own.percent());
    unexplained.forEach(each -> System.out.println("survives: " + each));
    unused.forEach(
        each -> System.out.println("no survivor needs " + each + ": strike this line out"));
    if (!unexplained.isEmpty()) {
      System.out.printf(
          "%d survivor(s) without an explanation: add a test, or a line to contract-tests/mutation-survivors.psv. One in full: scripts/mutate-contracts VENDOR --show ID%n",
          unexplained.size());
    }
    return documented.percent() >= GOAL && unexplained.isEmpty() && unused.isEmpty();
  }

  private static boolean show(Set<String> vendors, String id)
      throws IOException, InterruptedException {
    boolean found = false;
    for (String vendor : vendors) {
      VendorTrial trial = new VendorTrial(vendor);
      List<Mutant> meant = trial.mutants().stream().filter(each -> each.id().equals(id)).toList();
      if (!meant.isEmpty()) {
        found = true;
        for (Verdict verdict : trial.judge(meant, trial.checkers())) {
          print(vendor, verdict, reviewed().reason(vendor, verdict));
        }
      }
    }
    if (!found) {
      System.err.println("No change is called '" + id + "'. Survivors are printed by their names.");
    }
    return found;
  }

  private static void print(String vendor, Verdict verdict, @Nullable String reason) {
    Mutant mutant = verdict.mutant();
    System.out.printf("%s %s%n", vendor, mutant.id());
    System.out.printf("  change:     %s%n", mutant.change());
    System.out.printf("  documented: %s%n", mutant.documented() ? "yes" : "no, our own decision");
    System.out.printf("  operations: %s%n", String.join(", ", mutant.operations()));
    System.out.printf(
        "  noticed by: %s%n",
        verdict.caught()
            ? verdict.checker() + ": " + verdict.complaint()
            : "nobody" + (reason == null ? "" : "; " + reason));
  }
}
