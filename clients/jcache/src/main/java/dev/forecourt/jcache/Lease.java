package dev.forecourt.jcache;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.cache.Cache;

/**
 * The right to fetch a token, which one process has at a time. It says itself when it ends, because
 * JCache has no lifetime for single entries.
 */
final class Lease {
  private final Cache<String, String> cache;
  private final String key;
  private final String text;

  private Lease(Cache<String, String> cache, String key, String text) {
    this.cache = cache;
    this.key = key;
    this.text = text;
  }

  /** Empty if another process has it. */
  static Optional<Lease> take(
      Cache<String, String> cache, String name, Instant now, Duration length) {
    String key = "lease " + name;
    String mine = now.plus(length) + " " + UUID.randomUUID();
    String others = cache.get(key);
    boolean taken =
        others == null
            ? cache.putIfAbsent(key, mine)
            : isOver(others, now) && cache.replace(key, others, mine);
    return taken ? Optional.of(new Lease(cache, key, mine)) : Optional.empty();
  }

  private static boolean isOver(String text, Instant now) {
    try {
      return !now.isBefore(Instant.parse(text.split(" ", 2)[0]));
    } catch (DateTimeException e) {
      // nobody's: only we write here
      return true;
    }
  }

  /** Gives it back, unless it ended and another process has it now. */
  void release() {
    cache.remove(key, text);
  }
}
