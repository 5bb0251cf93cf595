package dev.forecourt.jcache;

import dev.forecourt.runtime.credentials.AccessToken;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * A token in the cache, as text that every provider can send: {@code 2026-01-02T03:04:05Z token}.
 */
final class Entry {
  private final Cache<String, String> cache;
  private final String key;

  Entry(Cache<String, String> cache, String name) {
    this.cache = cache;
    this.key = "token " + name;
  }

  /** Empty if there is none, or none of this form. */
  Optional<AccessToken> token() {
    return parsed(cache.get(key));
  }

  void put(AccessToken token) {
    cache.put(key, token.renewAt() + " " + token.value());
  }

  private static Optional<AccessToken> parsed(@Nullable String text) {
    int space = text == null ? -1 : text.indexOf(' ');
    if (text == null || space < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new AccessToken(text.substring(space + 1), Instant.parse(text.substring(0, space))));
    } catch (DateTimeException e) {
      // of another version of this store, or of somebody else
      return Optional.empty();
    }
  }
}
