package dev.forecourt.mock.autochat;

import dev.forecourt.mock.Credential;
import dev.forecourt.mock.MockRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The tokens that were issued. They live 24 hours; one for each client, made from its id, stands
 * from the start and never expires, for trying things by hand.
 */
final class Tokens implements Credential {

  /** "The token is valid for 24 hours": autochat.txt L43. */
  static final Duration LIFETIME = Duration.ofHours(24);

  private static final String WORD = "Bearer ";

  private final Clients clients;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Map<String, Instant> expiry = new HashMap<>();

  Tokens(Clients clients, Clock clock, Supplier<UUID> ids) {
    this.clients = clients;
    this.clock = clock;
    this.ids = ids;
  }

  /** A new token. */
  synchronized String issue() {
    Instant now = clock.instant();
    expiry.values().removeIf(end -> !now.isBefore(end));
    String token = ids.get().toString().replace("-", "");
    expiry.put(token, now.plus(LIFETIME));
    return token;
  }

  synchronized void clear() {
    expiry.clear();
  }

  synchronized int size() {
    return expiry.size();
  }

  @Override
  public boolean accepts(String value, MockRequest request) {
    if (!value.regionMatches(true, 0, WORD, 0, WORD.length())) {
      return false;
    }
    String token = value.substring(WORD.length()).trim();
    return clients.standingTokens().contains(token) || isAlive(token);
  }

  private synchronized boolean isAlive(String token) {
    Instant end = expiry.get(token);
    return end != null && clock.instant().isBefore(end);
  }

  @Override
  public String expected() {
    return "'Bearer ' and a token from POST /oauth/token that is not older than 24 hours";
  }

  @Override
  public Set<String> secrets() {
    return clients.secrets();
  }
}
