package dev.forecourt.autochat;

import dev.forecourt.autochat.api.TokensService;
import dev.forecourt.autochat.model.GrantType;
import dev.forecourt.autochat.model.Token;
import dev.forecourt.autochat.model.TokenAudience;
import dev.forecourt.autochat.model.TokenRequest;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.Key;
import dev.forecourt.runtime.credentials.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Gets tokens by client id and secret (OAuth 2.0 client credentials). */
final class ClientCredentials {
  /** What the article says, for an answer without {@code expires_in} (autochat.txt L43). */
  private static final Duration USUAL_LIFETIME = Duration.ofHours(24);

  private final String clientId;
  private final Key clientSecret;
  private final TokenAudience audience;
  private final String host;
  private final Clock clock;
  private final VendorConnection connection;

  /** Asks this host, over a connection that sends no token. */
  ClientCredentials(
      String clientId,
      Key clientSecret,
      TokenAudience audience,
      String host,
      Clock clock,
      VendorConnection withoutToken) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.audience = audience;
    this.host = host;
    this.clock = clock;
    this.connection = withoutToken;
  }

  Credential credential(TokenStore store) {
    // with the host: a stub's token must not reach Autochat through a store that both share
    String name = "autochat token of " + clientId + " for " + audience.value() + " from " + host;
    return Credential.token(
        "Authorization", "Bearer ", name, store, clock, clientSecret::secrets, this::next);
  }

  private AccessToken next(Optional<AccessToken> before, Duration timeout) {
    TokenRequest request =
        TokenRequest.builder()
            .clientId(clientId)
            .clientSecret(clientSecret.current("autochat", "createToken"))
            .audience(audience)
            .grantType(GrantType.CLIENT_CREDENTIALS)
            .build();
    Token answer =
        new TokensService(connection).with(connection.tokenOptions(timeout)).createToken(request);
    Duration lifetime = AccessToken.lifetime(answer.expiresIn(), USUAL_LIFETIME);
    return AccessToken.issued(answer.accessToken(), clock.instant(), lifetime);
  }
}
