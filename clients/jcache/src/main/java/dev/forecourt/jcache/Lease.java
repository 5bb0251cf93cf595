package dev.forecourt.jcache;

import java.util.UUID;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The right to fetch a token, which one process has at a time. Its text changes for as long as its
 * owner lives, so that others see by a clock of their own whether he does: JCache has no lifetime
 * for single entries, and the clocks of two machines need not agree.
 */
final class Lease {
  private final Cache<String, String> cache;
  private final String key;
  private final String owner = UUID.randomUUID().toString();

  private String text = owner + " 0";
  private int renewals;

  Lease(Cache<String, String> cache, String name) {
    this.cache = cache;
    this.key = "lease " + name;
  }

  /** What is written there now; null if nobody has it. */
  @Nullable String seen() {
    return cache.get(key);
  }

  /** Takes it where this was seen: nothing, or what an owner wrote who lives no more. */
  synchronized boolean take(@Nullable String seen) {
    return seen == null ? cache.putIfAbsent(key, text) : cache.replace(key, seen, text);
  }

  /** Shows that the owner lives. False if another process has it now. */
  synchronized boolean renew() {
    String next = owner + " " + ++renewals;
    boolean renewed = cache.replace(key, text, next);
    if (renewed) {
      text = next;
    }
    return renewed;
  }

  /** Gives it back, unless another process has it now. */
  synchronized void release() {
    cache.remove(key, text);
  }
}
