package dev.forecourt.autochat;

import dev.forecourt.autochat.api.TokensService;
import dev.forecourt.autochat.model.Token;
import dev.forecourt.autochat.model.TokenRequest;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Gets tokens by client id and secret (OAuth 2.0 client credentials). */
final class ClientCredentials {
  /** What the article says, for an answer without {@code expires_in} (autochat.txt L43). */
  private static final Duration USUAL_LIFETIME = Duration.ofHours(24);

  private final TokenRequest request;
  private final String host;
  private final Clock clock;
  private final VendorConnection connection;

  /** Asks this host, over a connection that sends no token. */
  ClientCredentials(TokenRequest request, String host, Clock clock, VendorConnection withoutToken) {
    this.request = request;
    this.host = host;
    this.clock = clock;
    this.connection = withoutToken;
  }

  Credential credential(TokenStore store) {
    // with the host: a stub's token must not reach Autochat through a store that both share
    String name =
        "autochat token of "
            + request.clientId()
            + " for "
            + request.audience().value()
            + " from "
            + host;
    return Credential.token(
        "Authorization",
        "Bearer ",
        name,
        store,
        clock,
        List.of(request.clientSecret()),
        this::next);
  }

  private AccessToken next(Optional<AccessToken> before, Duration timeout) {
    Token answer =
        new TokensService(connection).with(connection.tokenOptions(timeout)).createToken(request);
    Duration lifetime =
        answer.expiresIn() == null ? USUAL_LIFETIME : Duration.ofSeconds(answer.expiresIn());
    return AccessToken.issued(answer.accessToken(), clock.instant(), lifetime);
  }
}
