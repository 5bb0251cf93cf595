package dev.forecourt.trials.mutation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All checkers of one vendor, the cheap ones first. */
final class Jury {
  private final List<Checker> checkers;
  private final Map<Checker, Set<String>> before = new LinkedHashMap<>();

  /** Asks each checker what it finds in the contract as it is: only what comes on top counts. */
  Jury(List<Checker> checkers, ContractCopy contract) {
    this.checkers = checkers;
    checkers.forEach(checker -> before.put(checker, checker.problems(contract, null)));
  }

  /** What the checkers find in the contract as it is, by their names. */
  Map<String, Set<String>> before() {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    before.forEach((checker, problems) -> found.put(checker.name(), problems));
    return found;
  }

  /** Who notices a change first, and what is said. */
  Verdict judge(ContractCopy contract, Mutant mutant) {
    return contract.with(
        mutant,
        changed -> {
          for (Checker checker : checkers) {
            String complaint = complaint(checker, changed, mutant);
            if (!complaint.isEmpty()) {
              return new Verdict(mutant, checker.name(), complaint);
            }
          }
          return new Verdict(mutant, "", "");
        });
  }

  private String complaint(Checker checker, ContractCopy changed, Mutant mutant) {
    try {
      Set<String> known = before.get(checker);
      return checker.problems(changed, mutant).stream()
          .filter(problem -> !known.contains(problem))
          .sorted()
          .findFirst()
          .orElse("");
    } catch (IllegalArgumentException e) {
      // a contract that cannot be read is noticed as well
      return String.valueOf(e.getMessage());
    }
  }

  /**
   * What became of a mutant.
   *
   * @param checker name of the one that noticed it; empty if nobody did
   * @param complaint what it says
   */
  record Verdict(Mutant mutant, String checker, String complaint) {
    boolean caught() {
      return !checker.isEmpty();
    }
  }
}
