package dev.forecourt.runtime.credentials;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps the tokens that clients fetch. Clients that share a store share their tokens: within a
 * process by {@link #inMemory()}, between processes by a store of their own, such as the one in
 * {@code forecourt-jcache}.
 *
 * <p>Safe for use by several threads. A store holds secrets: guard it like the credentials.
 */
public interface TokenStore {

  /**
   * The token under this name if it is usable; else the one that {@code fetch} gets, which is then
   * kept. {@code fetch} gets the token that is not usable (empty if there is none) and is called at
   * most once at a time for a name, as far as the store reaches. It runs on the calling thread, and
   * what it throws concerns this caller alone: one of those who wait fetches next.
   *
   * @param timeout longest wait for another caller's fetch
   * @throws InterruptedException if the calling thread is interrupted while it waits
   * @throws TimeoutException if another caller's fetch takes longer than the timeout
   */
  AccessToken obtain(
      String name,
      Predicate<AccessToken> usable,
      Function<Optional<AccessToken>, AccessToken> fetch,
      Duration timeout)
      throws InterruptedException, TimeoutException;

  /** A store that lives as long as the process. */
  static TokenStore inMemory() {
    return new InMemoryTokenStore();
  }
}
