package dev.forecourt.mock.autochat;

import dev.forecourt.mock.credentials.Credential;
import dev.forecourt.mock.credentials.SchemeWord;
import dev.forecourt.mock.http.MockRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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
    state.tokens().rows().stream()
        .filter(each -> !now.isBefore(each.expires()))
        .map(IssuedToken::sha256)
        .toList()
        .forEach(state.tokens()::remove);
    state.tokens().put(new IssuedToken(sha256(token), now.plus(LIFETIME)));
    return token;
  }

  @Override
  public boolean accepts(String value, MockRequest request) {
    if (!value.regionMatches(true, 0, WORD, 0, WORD.length())) {
      return false;
    }
    String token = value.substring(WORD.length()).trim();
    return clients.standingTokens().contains(token) || isAlive(token);
  }

  private boolean isAlive(String token) {
    String digest = sha256(token);
    IssuedToken issued = state.locked(() -> state.tokens().find(digest));
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

  @Override
  public String advice(String value) {
    return SchemeWord.wanted(WORD.strip(), value);
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
