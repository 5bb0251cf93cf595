package dev.forecourt.mock.trials;

import dev.forecourt.contract.tools.random.RandomRequest;
import dev.forecourt.contract.tools.random.ReviewedDifferences;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds what judges say about made-up requests against what the contract says: a request without
 * defect is to be accepted, any other to be refused. What differs and is not reviewed is kept, with
 * the line that sends it again. Safe for use by several threads.
 */
public final class Comparison {

  private static final int SHOWN = 20;

  private final ReviewedDifferences reviewed;
  private final Queue<String> unexplained = new ConcurrentLinkedQueue<>();
  private final AtomicInteger compared = new AtomicInteger();

  /** Starts with nothing compared. */
  public Comparison(ReviewedDifferences reviewed) {
    this.reviewed = reviewed;
  }

  /** Takes note of what a judge said. */
  public void compare(String vendor, RandomRequest request, String judge, Verdict verdict) {
    compared.incrementAndGet();
    String expected = request.defect() == null ? "accepts" : "refuses";
    if (!verdict.word().equals(expected)
        && !reviewed.explain(judge, verdict.word(), vendor, request)) {
      unexplained.add(
          "%s %s %s %s: %s%n  %s"
              .formatted(
                  judge, verdict.word(), vendor, request, verdict.reason(), request.curl("")));
    }
  }

  /** Number of verdicts so far. */
  public int compared() {
    return compared.get();
  }

  /** Number of differences that nobody has reviewed. */
  public int unexplained() {
    return unexplained.size();
  }

  /** The first of them, each with seed and curl line. */
  public List<String> firstUnexplained() {
    return unexplained.stream().limit(SHOWN).toList();
  }
}
