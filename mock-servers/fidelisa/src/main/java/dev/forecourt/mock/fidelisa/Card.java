package dev.forecourt.mock.fidelisa;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer's card.
 *
 * @param program code of the programme
 * @param expiredAt the first day on which it is not valid any more; null: it is valid for ever
 */
record Card(String uuid, String program, long points, @Nullable LocalDate expiredAt) {

  // the largest whole number that every reader of JSON reads exactly
  private static final long MOST = (1L << 53) - 1;

  /**
   * With more points, or fewer; below zero when a sale is taken back after its points were spent.
   */
  Card plus(long more) {
    return new Card(uuid, program, Math.max(-MOST, Math.min(MOST, points + more)), expiredAt);
  }

  Card expiring(LocalDate day, boolean reset) {
    return new Card(uuid, program, reset ? 0 : points, day);
  }

  /** Whether it collects no points and gives no gifts any more. */
  boolean isExpired(LocalDate today) {
    return expiredAt != null && !today.isBefore(expiredAt);
  }
}
