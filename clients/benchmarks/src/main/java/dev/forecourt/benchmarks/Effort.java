package dev.forecourt.benchmarks;

/**
 * How long to measure.
 *
 * @param rounds rounds of loopback and no-network
 * @param warmUpMillis warm-up of each variant and answer
 * @param callerSeconds seconds that 100 callers call, after their warm-up
 * @param newClientRounds rounds of new clients
 * @param quick whether to leave out what is only for information
 */
record Effort(
    int rounds, long warmUpMillis, int callerSeconds, int newClientRounds, boolean quick) {
  static final Effort FULL = new Effort(60, 1000, 8, 30, false);
  static final Effort QUICK = new Effort(25, 600, 3, 10, true);

  /** The generator's own clients are for information only. */
  boolean leavesOut(Library library) {
    return quick && library.ordinal() > Library.RETROFIT.ordinal();
  }

  /** One variant's share of a round. */
  static final long SLICE_MILLIS = 30;
}
