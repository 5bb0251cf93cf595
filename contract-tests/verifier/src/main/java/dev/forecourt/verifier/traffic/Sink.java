package dev.forecourt.verifier.traffic;

/** Takes what a reader finds, one by one. */
interface Sink {
  void exchange(Recorded exchange);

  void skipped(Skipped reason);

  /** Something to be known of a recording as a whole. */
  void notice(String text);
}
