package dev.forecourt.mock.memory;

import java.util.List;

/**
 * The one place that says how much memory stubs may take: shares of the heap of this JVM, counted
 * over all stubs in it.
 *
 * <p>All budgets together are a quarter of the heap, because the rest belongs to the tests beside
 * which stubs run; the process, which has nothing beside them, sets the property {@value #PERCENT}.
 */
public final class Budgets {

  /** System property with the percentage of the heap that all budgets have together. */
  public static final String PERCENT = "forecourt.mock.heap-percent";

  private static final int USUAL_PERCENT = 25;
  private static final String LATER = "Try again in a moment.";

  // made when it is first used: the process sets the property before
  private static final class OfThisJvm {
    private static final Budgets ALL =
        new Budgets(Runtime.getRuntime().maxMemory(), Integer.getInteger(PERCENT, USUAL_PERCENT));
  }

  private final Budget state;
  private final Budget sessions;
  private final Budget bodies;
  private final Budget answers;
  private final Budget journal;

  /** Budgets of a heap, so many hundredths of it in all. */
  public Budgets(long heap, int percent) {
    long all = heap / 100 * percent;
    state = budget("state", "stored rows", "A reset makes room.", false, heap, all * 55 / 100);
    sessions =
        new Budget(
            "sessions",
            "sessions",
            "DELETE /__mock/session ends the one that the header names.",
            false,
            heap,
            all * 40 / 100,
            state);
    bodies = budget("bodies", "bodies of requests under way", LATER, true, heap, all * 23 / 100);
    answers = budget("answers", "answers not yet sent", LATER, true, heap, all * 13 / 100);
    journal = budget("journal", "the journal", "", false, heap, all * 9 / 100);
  }

  private static Budget budget(
      String name, String what, String advice, boolean passes, long heap, long limit) {
    return new Budget(name, what, advice, passes, heap, limit, null);
  }

  /** Those of this JVM. */
  public static Budgets ofThisJvm() {
    return OfThisJvm.ALL;
  }

  /**
   * Rows, their serialised forms, seed files, and sessions. A change that does not fit is refused.
   */
  public Budget state() {
    return state;
  }

  /** The part of {@link #state} that sessions may have, with what each needs besides rows. */
  public Budget sessions() {
    return sessions;
  }

  /** Bodies of requests from their first byte until they are answered. */
  public Budget bodies() {
    return bodies;
  }

  /** Answers that are held back or whose clients do not read. */
  public Budget answers() {
    return answers;
  }

  /** Requests remembered; what does not fit pushes out the oldest of the fullest journal. */
  public Budget journal() {
    return journal;
  }

  /** All of them. */
  public List<Budget> all() {
    return List.of(state, sessions, bodies, answers, journal);
  }
}
