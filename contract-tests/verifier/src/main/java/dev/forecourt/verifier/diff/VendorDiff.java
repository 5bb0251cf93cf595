package dev.forecourt.verifier.diff;

import java.util.List;
import java.util.Set;

/**
 * What changed for one vendor.
 *
 * @param vendor its id
 * @param changes of its contract, the worst first
 * @param justified those of them that a new line of its changelog gives a reason for
 * @param interactions of pacts that the changes touch
 */
public record VendorDiff(
    String vendor,
    List<Change> changes,
    Set<Change> justified,
    List<BrokenInteraction> interactions) {

  /** Breaking changes without a reason. */
  public List<Change> unjustified() {
    return changes.stream()
        .filter(change -> change.level() == Level.BREAKING && !justified.contains(change))
        .toList();
  }

  /** Interactions that break. */
  public List<BrokenInteraction> broken() {
    return interactions.stream().filter(each -> !each.waits()).toList();
  }

  /** Whether all that breaks has a reason; broken interactions have that of their vendor. */
  public boolean isRight() {
    return unjustified().isEmpty() && (broken().isEmpty() || !justified.isEmpty());
  }

  /** Number of changes of that level; what is both sent and read counts once. */
  long count(Level level) {
    return changes.stream()
        .filter(change -> change.level() == level)
        .map(TextOutput::headline)
        .distinct()
        .count();
  }
}
