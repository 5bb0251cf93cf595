package dev.forecourt.mock.fidelisa;

import org.jspecify.annotations.Nullable;

/**
 * A customer's card.
 *
 * @param program code of the programme
 */
record Card(String uuid, String program, long points, @Nullable String expiredAt) {

  // the largest whole number that every reader of JSON reads exactly
  private static final long MOST = (1L << 53) - 1;

  /**
   * With more points, or fewer; below zero when a sale is taken back after its points were spent.
   */
  Card plus(long more) {
    return new Card(uuid, program, Math.max(-MOST, Math.min(MOST, points + more)), expiredAt);
  }

  Card expiring(String day, boolean reset) {
    return new Card(uuid, program, reset ? 0 : points, day);
  }
}
