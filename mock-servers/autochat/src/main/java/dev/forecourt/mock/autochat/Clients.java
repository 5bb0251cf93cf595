package dev.forecourt.mock.autochat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The clients that may have tokens, with their secrets. */
final class Clients {

  private final Map<String, String> secretById = new TreeMap<>();

  /** Reads keys of the form {@code client:secret}; throws when one has no colon. */
  Clients(Set<String> keys) {
    for (String key : keys) {
      int colon = key.indexOf(':');
      if (colon < 1 || colon == key.length() - 1) {
        throw new IllegalArgumentException(
            "An Autochat key must be client:secret but one of them is not. Put a colon between.");
      }
      secretById.put(key.substring(0, colon), key.substring(colon + 1));
    }
  }

  boolean knows(String id, String secret) {
    String known = secretById.get(id);
    return known != null
        && MessageDigest.isEqual(
            known.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }

  Set<String> secrets() {
    return Set.copyOf(secretById.values());
  }

  /** Tokens that need not be asked for: {@code autochat-test-token} of the default client. */
  Set<String> standingTokens() {
    return secretById.keySet().stream()
        .map(id -> id.replaceAll("-client$", "") + "-token")
        .collect(Collectors.toUnmodifiableSet());
  }
}
