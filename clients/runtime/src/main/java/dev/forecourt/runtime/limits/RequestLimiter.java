package dev.forecourt.runtime.limits;

import java.time.Duration;

/**
 * Keeps a vendor's limit on the caller's side, before the vendor refuses. Asked before every
 * request, retries included. Safe for use by several threads.
 *
 * <p>{@code forecourt-bucket4j} has one on Bucket4j, whose buckets several processes can share.
 */
@FunctionalInterface
public interface RequestLimiter {

  /**
   * Takes leave to send one request. Zero if it was given; otherwise nothing was taken, and it is
   * worth asking again after this time. What it throws ends the call as the cause of a {@code
   * RequestLimitException}: nothing is sent.
   */
  Duration acquire();
}
