package dev.forecourt.verifier.output;

import dev.forecourt.verifier.output.Case.Verdict;
import java.util.List;

/**
 * All that a command found.
 *
 * @param command the command, such as {@code pact}
 * @param cases what was checked, in order
 * @param notices what is to be known of the whole; fails nothing
 * @param summary the last line for people
 */
public record Results(String command, List<Case> cases, List<Note> notices, String summary) {

  /** Whether no case is wrong. */
  public boolean good() {
    return count(Verdict.WRONG) == 0;
  }

  /** How many cases ended so. */
  public long count(Verdict verdict) {
    return cases.stream().filter(each -> each.verdict() == verdict).count();
  }
}
