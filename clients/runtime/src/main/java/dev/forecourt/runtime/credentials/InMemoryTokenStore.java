package dev.forecourt.runtime.credentials;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** One thread fetches, and all who wait get what it got: the token, or its failure. */
final class InMemoryTokenStore implements TokenStore {
  private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<AccessToken>> fetching = new ConcurrentHashMap<>();

  @Override
  public AccessToken obtain(
      String name,
      Predicate<AccessToken> usable,
      Function<Optional<AccessToken>, AccessToken> fetch) {
    while (true) {
      AccessToken known = tokens.get(name);
      if (known != null && usable.test(known)) {
        return known;
      }
      CompletableFuture<AccessToken> mine = new CompletableFuture<>();
      CompletableFuture<AccessToken> others = fetching.putIfAbsent(name, mine);
      if (others != null) {
        AccessToken fetched = await(others);
        if (usable.test(fetched)) {
          return fetched;
        }
      } else if (tokens.get(name) == known) {
        return fetch(name, Optional.ofNullable(known), fetch, mine);
      } else {
        // another thread was done between our two looks
        fetching.remove(name, mine);
        mine.complete(tokens.get(name));
      }
    }
  }

  private AccessToken fetch(
      String name,
      Optional<AccessToken> known,
      Function<Optional<AccessToken>, AccessToken> fetch,
      CompletableFuture<AccessToken> mine) {
    try {
      AccessToken fetched = fetch.apply(known);
      tokens.put(name, fetched);
      fetching.remove(name, mine);
      mine.complete(fetched);
      return fetched;
    } catch (RuntimeException | Error e) {
      fetching.remove(name, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static AccessToken await(CompletableFuture<AccessToken> fetched) {
    try {
      return fetched.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Number of tokens, nothing else. */
  @Override
  public String toString() {
    return "InMemoryTokenStore{" + tokens.size() + "}";
  }
}
