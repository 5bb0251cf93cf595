package dev.forecourt.jcache;

import dev.forecourt.runtime.call.Sleeper;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.cache.Cache;

/**
 * Keeps tokens in a JCache (JSR 107), so that several processes fetch one between them.
 *
 * <pre>{@code
 * Cache<String, String> cache = cacheManager.getCache("forecourt-tokens");
 * AutochatClient client = AutochatClient.builder()
 *     .clientCredentials(id, secret)
 *     .tokenStore(new JCacheTokenStore(cache))
 *     .build();
 * }</pre>
 *
 * <p><b>The cache holds tokens in the clear</b>, each good for all calls of its account until it
 * ends: guard cache, network and backups like the credentials. Its keys hold client ids.
 *
 * <p>A process asks the cache only when it needs a token that it does not have; then one of its
 * threads does, and the others wait. Who finds no usable token there takes a lease, fetches, and
 * puts the token in for the others, who look every tenth of a second. Limits of this:
 *
 * <ul>
 *   <li>A lease ends after a minute. A process that dies while it fetches holds up the others so
 *       long, and one whose fetch takes longer may not be the only one that fetches.
 *   <li>After two minutes a process waits no longer and fetches for itself, so in the worst case
 *       each process fetches a token. All of them are good.
 *   <li>The clocks of the processes must agree to some seconds, and {@code putIfAbsent} and {@code
 *       replace} of the cache must hold for all processes: a cache of copies that are reconciled
 *       later lets several fetch.
 *   <li>Entries should live as long as tokens do. One that is dropped early is fetched again.
 * </ul>
 *
 * <p>Safe for use by several threads. What the cache throws is passed on, and ends the call.
 */
public final class JCacheTokenStore implements TokenStore {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = LEASE.multipliedBy(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Cache<String, String> cache;
  private final Clock clock;
  private final Sleeper sleeper;

  /** What this process knows, and what keeps all but one of its threads from the cache. */
  private final TokenStore local = TokenStore.inMemory();

  /** Shares the tokens of all processes that use this cache. It is not closed. */
  public JCacheTokenStore(Cache<String, String> cache) {
    this(cache, Clock.systemUTC(), wait -> Thread.sleep(wait.toMillis()));
  }

  JCacheTokenStore(Cache<String, String> cache, Clock clock, Sleeper sleeper) {
    this.cache = cache;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  @Override
  public AccessToken obtain(
      String name,
      Predicate<AccessToken> usable,
      Function<Optional<AccessToken>, AccessToken> fetch,
      Duration timeout)
      throws InterruptedException, TimeoutException {
    return local.obtain(name, usable, before -> shared(name, usable, before, fetch), timeout);
  }

  /** For one thread of this process at a time. */
  private AccessToken shared(
      String name,
      Predicate<AccessToken> usable,
      Optional<AccessToken> before,
      Function<Optional<AccessToken>, AccessToken> fetch) {
    Entry entry = new Entry(cache, name);
    Instant end = clock.instant().plus(LONGEST_WAIT);
    while (true) {
      Optional<AccessToken> known = entry.token();
      if (known.filter(usable).isPresent()) {
        return known.get();
      }
      Optional<Lease> lease = Lease.take(cache, name, clock.instant(), LEASE);
      if (lease.isPresent()) {
        try {
          // another process was done between our two looks
          known = entry.token();
          return known.filter(usable).isPresent()
              ? known.get()
              : entry.put(fetch.apply(known.or(() -> before)));
        } finally {
          lease.get().release();
        }
      }
      if (!clock.instant().isBefore(end) || !slept()) {
        return entry.put(fetch.apply(known.or(() -> before)));
      }
    }
  }

  /** False if the thread was interrupted, which it then still is: its request will say so. */
  private boolean slept() {
    try {
      sleeper.sleep(BETWEEN_LOOKS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Name of the cache, nothing else. */
  @Override
  public String toString() {
    return "JCacheTokenStore{" + cache.getName() + "}";
  }
}
