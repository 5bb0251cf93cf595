package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.text.Shown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything found wrong with one request, in the order found. */
public final class Violations {

  // A hostile body can break a rule in every item of a huge array; the caller can do nothing with
  // more than this.
  private static final int MAX_REPORTED = 50;

  private @Nullable List<String> found;
  private int total;

  /**
   * Notes that a value breaks a rule: {@code query parameter 'limit' must be at most 100 but was
   * '500'}.
   */
  public void add(Place at, String rule, @Nullable Object value) {
    add(at, rule, value, "");
  }

  /** The same, with words at its end. */
  void add(Place at, String rule, @Nullable Object value, String end) {
    note(at + " must " + rule + " but was " + Shown.value(value) + end);
  }

  /** Notes that something required is absent. */
  public void missing(Place at) {
    note(at + " is required but was missing");
  }

  /** Notes a sentence of its own. */
  public void note(String sentence) {
    total++;
    if (found == null) {
      found = new ArrayList<>(4);
    }
    if (found.size() < MAX_REPORTED) {
      found.add(sentence);
    }
  }

  /** True when nothing was noted. */
  public boolean isEmpty() {
    return total == 0;
  }

  /** Throws a Refusal with this status that lists every violation, unless there is none. */
  void refuseIfAny(int status) {
    if (total > 0) {
      throw new Refusal(status, text());
    }
  }

  /** Every violation in one line; empty when there is none. */
  public String text() {
    List<String> sentences = found == null ? List.of() : found;
    String joined = String.join("; ", sentences);
    int more = total - sentences.size();
    return more == 0 ? joined : joined + "; and " + more + " more";
  }
}
