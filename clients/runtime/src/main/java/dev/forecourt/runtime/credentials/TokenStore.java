package dev.forecourt.runtime.credentials;

import java.util.Optional;
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
   * kept. {@code fetch} is told the token that is not usable (empty if there is none) and is called
   * at most once at a time for a name, as far as the store reaches. What it throws is passed on.
   */
  AccessToken obtain(
      String name,
      Predicate<AccessToken> usable,
      Function<Optional<AccessToken>, AccessToken> fetch);

  /** A store that lives as long as the process. */
  static TokenStore inMemory() {
    return new InMemoryTokenStore();
  }
}
