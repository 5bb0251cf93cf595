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
  private @Nullable Place otherTypeAt;
  private int unwanted;

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

  /** The same of a value that is of another type, so that nothing else can be said of it. */
  public void otherType(Place at, String rule, @Nullable Object value) {
    add(at, rule, value);
    otherTypeAt = at;
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

  /** Notes something that must not be sent at all. */
  void unwanted(Place at) {
    note(at + " must not be sent here");
    unwanted++;
  }

  /**
   * True when all there is to say is that the value here is of another type, or that there should
   * be none: of several alternatives, this one was not meant.
   */
  boolean isOfNoInterest(Place at) {
    return total == 1 && at.equals(otherTypeAt) || total > 0 && unwanted == total;
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
