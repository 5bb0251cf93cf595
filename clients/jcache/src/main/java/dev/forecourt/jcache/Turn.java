package dev.forecourt.jcache;

import dev.forecourt.runtime.call.Sleeper;
import dev.forecourt.runtime.credentials.AccessToken;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a process that needs a token goes on: with one that another process has put into the cache,
 * or with a fetch of its own, under the lease or without.
 *
 * @param token a usable token, null if one must be fetched
 * @param known the token in the cache that is not usable
 * @param isOwner whether the lease was taken
 */
record Turn(@Nullable AccessToken token, Optional<AccessToken> known, boolean isOwner) {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /**
   * Waits for a turn. What the cache throws is passed on.
   *
   * @param end until when the caller waits, by the clock of {@code millis}
   */
  static Turn await(
      Entry entry,
      Lease lease,
      Predicate<AccessToken> usable,
      long end,
      LongSupplier millis,
      Sleeper sleeper)
      throws InterruptedException, TimeoutException {
    long begin = millis.getAsLong();
    long seenSince = begin;
    String seen = null;
    while (true) {
      Optional<AccessToken> known = entry.token();
      if (known.filter(usable).isPresent()) {
        return new Turn(known.get(), known, false);
      }
      String current = lease.seen();
      long now = millis.getAsLong();
      if (!Objects.equals(current, seen)) {
        seen = current;
        seenSince = now;
      }
      boolean isFree = seen == null || now - seenSince >= JCacheTokenStore.LEASE.toMillis();
      if (isFree && lease.take(seen)) {
        // another process may have been done between our two looks
        known = entry.token();
        return new Turn(known.filter(usable).orElse(null), known, true);
      }
      if (now - begin >= JCacheTokenStore.LONGEST_WAIT.toMillis()) {
        return new Turn(null, known, false);
      }
      if (now >= end) {
        throw new TimeoutException("another process fetches the token and takes longer than that");
      }
      sleeper.sleep(BETWEEN_LOOKS);
    }
  }
}
