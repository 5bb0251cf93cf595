package dev.forecourt.autengo;

import dev.forecourt.autengo.api.TokensService;
import dev.forecourt.autengo.model.TokenPost;
import dev.forecourt.autengo.model.TokenResponse;
import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.errors.VendorResponseException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets the session tokens of one user: renews the one before, else asks for a new one. */
final class Session {
  static final String HEADER = "X-Authorization";

  /** {@code expires_in} of the sample, for an answer without it (autengo.txt L2095). */
  private static final Duration USUAL_LIFETIME = Duration.ofDays(1);

  private final TokenPost user;
  private final String host;
  private final String prefix;
  private final Clock clock;
  private final VendorConnection connection;
  private final Map<String, Credential> credentials;

  /** Asks over a connection that has these credentials, and no session token. */
  Session(
      TokenPost user,
      String host,
      String prefix,
      Clock clock,
      VendorConnection connection,
      Map<String, Credential> credentials) {
    this.user = user;
    this.host = host;
    this.prefix = prefix;
    this.clock = clock;
    this.connection = connection;
    this.credentials = Map.copyOf(credentials);
  }

  Credential credential(TokenStore store) {
    // with the host: a token of the test system must not reach another through a shared store
    String name =
        "autengo token of user "
            + user.userAlzuraId()
            + " of dealer "
            + user.dealerAlzuraId()
            + " from "
            + host;
    return Credential.token(HEADER, prefix, name, store, clock, List.of(), this::next);
  }

  private AccessToken next(Optional<AccessToken> before, Duration timeout) {
    RequestOptions options = connection.tokenOptions(timeout);
    return before.flatMap(token -> renewed(token, options)).orElseGet(() -> created(options));
  }

  /** Empty if Autengo no longer takes the token before. */
  private Optional<AccessToken> renewed(AccessToken before, RequestOptions options) {
    Map<String, Credential> withToken = new HashMap<>(credentials);
    withToken.put("SessionToken", Credential.header(HEADER, prefix, before.value()));
    try (VendorConnection old = connection.with(AutengoClient.profile(withToken))) {
      return Optional.of(token(new TokensService(old).with(options).refreshToken()));
    } catch (RateLimitedException wait) {
      // says nothing about the token, and another request would not help
      throw wait;
    } catch (VendorResponseException refused) {
      if (refused.status() / 100 == 4) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private AccessToken created(RequestOptions options) {
    return token(new TokensService(connection).with(options).createToken(user));
  }

  private AccessToken token(TokenResponse answer) {
    Duration lifetime = AccessToken.lifetime(answer.expiresIn(), USUAL_LIFETIME);
    return AccessToken.issued(answer.token(), clock.instant(), lifetime);
  }
}
