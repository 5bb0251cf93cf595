package dev.forecourt.runtime.credentials;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thread fetches, and the others wait for the token, each as long as it wants to. If the fetch
 * fails, the next of them tries: {@link TokenBrake} keeps that from becoming a flood.
 */
final class InMemoryTokenStore implements TokenStore {
  private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();
  private final Map<String, ReentrantLock> fetching = new ConcurrentHashMap<>();

  @Override
  public AccessToken obtain(
      String name,
      Predicate<AccessToken> usable,
      Function<Optional<AccessToken>, AccessToken> fetch,
      Duration timeout)
      throws InterruptedException, TimeoutException {
    AccessToken known = tokens.get(name);
    if (known != null && usable.test(known)) {
      return known;
    }
    ReentrantLock lock = fetching.computeIfAbsent(name, unused -> new ReentrantLock());
    if (!lock.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException("another call fetches the token and takes longer than " + timeout);
    }
    try {
      known = tokens.get(name);
      if (known != null && usable.test(known)) {
        return known;
      }
      AccessToken fetched = fetch.apply(Optional.ofNullable(known));
      tokens.put(name, fetched);
      return fetched;
    } finally {
      lock.unlock();
    }
  }

  /** Number of tokens, nothing else. */
  @Override
  public String toString() {
    return "InMemoryTokenStore{" + tokens.size() + "}";
  }
}
