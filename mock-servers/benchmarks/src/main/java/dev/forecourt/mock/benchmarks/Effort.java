package dev.forecourt.mock.benchmarks;

/**
 * How much to measure.
 *
 * @param warmUp requests before the first round, of each target; Prism gets a tenth
 * @param rounds rounds of throughput
 * @param requests requests of a round
 * @param creations of a round of creations; fewer, as each is kept
 * @param starts starts of each server
 * @param objects dealerships of the large stock
 */
record Effort(int warmUp, int rounds, int requests, int creations, int starts, int objects) {
  static final Effort FULL = new Effort(400_000, 15, 60_000, 10_000, 9, 100_000);
  static final Effort QUICK = new Effort(150_000, 5, 30_000, 10_000, 3, 100_000);

  /** Prism needs a second for what the others do in a twentieth of one. */
  static final int PRISM_SHARE = 15;

  int requests(Target target) {
    return target.isPost() ? creations : requests;
  }
}
