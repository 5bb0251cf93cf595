package dev.forecourt.benchmarks;

/** One client that is measured. Safe for use by several threads. */
interface Contestant extends AutoCloseable {

  /** The parsed answer. A call that fails throws, and ends the run. */
  Object call(Answer answer) throws Exception;

  /** Imports one appointment with a POST, which nobody may repeat on his own. Throws if lost. */
  void change() throws Exception;

  /** A few values from every depth of an answer, in the words of {@link Answer#facts()}. */
  String facts(Object answer);

  @Override
  default void close() {}

  /** Calls once and throws unless the answer holds what was sent. */
  default void check(Answer answer) throws Exception {
    String facts = facts(call(answer));
    if (!facts.equals(answer.facts())) {
      throw new IllegalStateException(
          "%s read %s as '%s', expected '%s'. Nothing it measures would mean anything."
              .formatted(getClass().getSimpleName(), answer, facts, answer.facts()));
    }
  }
}
