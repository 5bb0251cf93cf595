package dev.forecourt.claire.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers which messages came. {@link #inMemory} does for one process; several processes behind
 * one URL need one of their own, on a store that they share. Safe for use by several threads.
 *
 * <p>What a method throws is logged, and the event is handled as if it were new.
 */
public interface SeenMessages {

  /**
   * When this message was last remembered, empty if it is not. It is remembered with this time
   * afterwards; both are one step, so that of two equal calls at once one is new.
   *
   * @param fingerprint 64 hexadecimal digits, a hash of message and trigger. It tells nothing of
   *     the message.
   */
  Optional<Instant> remember(String fingerprint, Instant now);

  /** Forgets a message whose event was not handled, so that its repetition counts as new. */
  void forget(String fingerprint);

  /**
   * Remembers so many messages, each so long; the oldest goes first. A message takes about 250
   * bytes. Throws {@code IllegalArgumentException} if either is not positive.
   */
  static SeenMessages inMemory(int most, Duration longest) {
    return new SeenInMemory(most, longest);
  }
}
