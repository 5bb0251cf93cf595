package dev.forecourt.mock.autochat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The tokens that were issued. They live 24 hours; one for each client, made from its id, stands
 * from the start and never expires, for trying things by hand.
 */
final class Tokens {

  /** "The token is valid for 24 hours": autochat.txt L43. */
  static final Duration LIFETIME = Duration.ofHours(24);

  private final Clients clients;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final AutochatState state;

  Tokens(AutochatState state, Clients clients, Clock clock, Supplier<UUID> ids) {
    this.state = state;
    this.clients = clients;
    this.clock = clock;
    this.ids = ids;
  }

  /** A new token. */
  String issue() {
    Instant now = clock.instant();
    String token = ids.get().toString().replace("-", "");
    state.tokens.rows().stream()
        .filter(each -> !now.isBefore(each.expires()))
        .map(IssuedToken::sha256)
        .toList()
        .forEach(state.tokens::remove);
    state.tokens.put(new IssuedToken(sha256(token), now.plus(LIFETIME)));
    return token;
  }

  /** Whether this token opens calls. */
  boolean isAlive(String token) {
    if (clients.standingTokens().contains(token)) {
      return true;
    }
    String digest = sha256(token);
    IssuedToken issued = state.locked(() -> state.tokens.find(digest));
    return issued != null && clock.instant().isBefore(issued.expires());
  }

  private static String sha256(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no SHA-256", e);
    }
  }
}
