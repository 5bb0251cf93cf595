package dev.forecourt.trials.mutation;

import dev.forecourt.trials.mutation.Jury.Verdict;
import java.util.Collection;

/**
 * How many of some mutants were noticed.
 *
 * @param mutants how many there were
 * @param caught how many of them somebody noticed
 */
record Score(int mutants, int caught) {
  /** Of those whose original the vendor's text states, or of those that are our own decisions. */
  static Score of(Collection<Verdict> verdicts, boolean documented) {
    int mutants = 0;
    int caught = 0;
    for (Verdict verdict : verdicts) {
      if (verdict.mutant().documented() == documented) {
        mutants++;
        caught += verdict.caught() ? 1 : 0;
      }
    }
    return new Score(mutants, caught);
  }

  Score plus(Score other) {
    return new Score(mutants + other.mutants, caught + other.caught);
  }

  int survived() {
    return mutants - caught;
  }

  /** Percent, rounded down to a tenth; 100 when there was nothing to notice. */
  double percent() {
    return mutants == 0 ? 100 : Math.floor(1000.0 * caught / mutants) / 10;
  }
}
