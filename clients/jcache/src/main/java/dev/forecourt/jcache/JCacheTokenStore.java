package dev.forecourt.jcache;

import dev.forecourt.runtime.call.Sleeper;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.TokenStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
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
 *   <li>A process that dies while it fetches holds up the others for ten seconds, a fetch that
 *       hangs for two minutes. Then the next one fetches.
 *   <li>A caller waits no longer than its call may last, and an interruption ends its wait.
 *   <li>Where the cache fails, each process fetches for itself, keeps its token in memory and logs
 *       a warning. It asks the cache again when it needs the next token. A cache that was closed is
 *       no passing failure: its exception is passed on.
 *   <li>{@code putIfAbsent} and {@code replace} of the cache must hold for all processes: a cache
 *       of copies that are reconciled later lets several fetch.
 *   <li>Entries should live as long as tokens do. One that is dropped early is fetched again.
 * </ul>
 *
 * <p>Safe for use by several threads. Set the timeouts of the cache's client to a few seconds: a
 * call waits for them where the cache hangs.
 */
public final class JCacheTokenStore implements TokenStore {
  /** So long a lease is not taken from an owner of whom nothing is seen. */
  static final Duration LEASE = Duration.ofSeconds(10);

  static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private static final Duration BETWEEN_RENEWALS = LEASE.dividedBy(5);
  private static final System.Logger LOG = System.getLogger(JCacheTokenStore.class.getName());

  private final Cache<String, String> cache;
  private final LongSupplier millis;
  private final Sleeper sleeper;

  /** What this process knows, and what keeps all but one of its threads from the cache. */
  private final TokenStore local = TokenStore.inMemory();

  /** Shares the tokens of all processes that use this cache. It is not closed. */
  public JCacheTokenStore(Cache<String, String> cache) {
    // not the wall clock, which may be set
    this(cache, () -> System.nanoTime() / 1_000_000, wait -> Thread.sleep(wait.toMillis()));
  }

  JCacheTokenStore(Cache<String, String> cache, LongSupplier millis, Sleeper sleeper) {
    this.cache = cache;
    this.millis = millis;
    this.sleeper = sleeper;
  }

  @Override
  public AccessToken obtain(
      String name,
      Predicate<AccessToken> usable,
      Function<Optional<AccessToken>, AccessToken> fetch,
      Duration timeout)
      throws InterruptedException, TimeoutException {
    // not longer than can be added
    Duration most = timeout.compareTo(LONGEST_WAIT) < 0 ? timeout : LONGEST_WAIT.multipliedBy(2);
    long end = millis.getAsLong() + most.toMillis();
    try {
      return local.obtain(
          name, usable, before -> shared(name, usable, before, fetch, end), timeout);
    } catch (WaitEnded e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw (TimeoutException) e.getCause();
    }
  }

  /** For one thread of this process at a time. */
  private AccessToken shared(
      String name,
      Predicate<AccessToken> usable,
      Optional<AccessToken> before,
      Function<Optional<AccessToken>, AccessToken> fetch,
      long end) {
    Entry entry = new Entry(cache, name);
    Lease lease = new Lease(cache, name);
    Turn turn;
    try {
      turn = Turn.await(entry, lease, usable, end, millis, sleeper);
    } catch (InterruptedException | TimeoutException e) {
      throw new WaitEnded(e);
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        // what providers make of it differs
        throw new WaitEnded(new InterruptedException());
      }
      warnUnlessClosed(e, "This process fetches a token of its own.");
      return fetch.apply(before);
    }
    try {
      return turn.token() != null ? turn.token() : fetched(entry, lease, turn, before, fetch);
    } finally {
      if (turn.isOwner()) {
        release(lease);
      }
    }
  }

  private AccessToken fetched(
      Entry entry,
      Lease lease,
      Turn turn,
      Optional<AccessToken> before,
      Function<Optional<AccessToken>, AccessToken> fetch) {
    AccessToken token;
    Optional<AccessToken> known = turn.known().or(() -> before);
    if (turn.isOwner()) {
      Heartbeat heartbeat = Heartbeat.start(lease, BETWEEN_RENEWALS, LONGEST_WAIT);
      try {
        token = fetch.apply(known);
      } finally {
        heartbeat.close();
      }
    } else {
      token = fetch.apply(known);
    }
    try {
      // who lost the lease must not put his token over a newer one
      if (!turn.isOwner() || lease.renew()) {
        entry.put(token);
      }
    } catch (RuntimeException e) {
      // the token is there, and good
      warn(e, "Other processes do not see the token that this one has fetched.");
    }
    return token;
  }

  private static void release(Lease lease) {
    try {
      lease.release();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The lease was not given back. It ends by itself.", e);
    }
  }

  private void warnUnlessClosed(RuntimeException failure, String effect) {
    if (cache.isClosed()) {
      throw failure;
    }
    warn(failure, effect);
  }

  /** Without the exception's message, which may quote an entry. */
  private void warn(RuntimeException failure, String effect) {
    LOG.log(
        Level.WARNING,
        "The token cache "
            + cache.getName()
            + " failed with "
            + rootOf(failure).getClass().getName()
            + ". "
            + effect
            + " Check the cache's store.");
  }

  /** What the provider wraps says more than {@code CacheException}. */
  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; depth < 10 && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    return root;
  }

  /** Carries a checked exception through a function. */
  private static final class WaitEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WaitEnded(Exception reason) {
      super(reason);
    }
  }

  /** Name of the cache, nothing else. */
  @Override
  public String toString() {
    return "JCacheTokenStore{" + cache.getName() + "}";
  }
}
