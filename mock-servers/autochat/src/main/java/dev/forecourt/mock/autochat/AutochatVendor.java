package dev.forecourt.mock.autochat;

import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.engine.StubEngine;
import dev.forecourt.mock.vendor.AbstractVendor;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.VendorStub;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Autochat for the mock servers; found by {@link java.util.ServiceLoader}. A key is {@code
 * client:secret}.
 */
public final class AutochatVendor extends AbstractVendor {

  private static final String CLIENT = "autochat-test-client";
  private static final String SECRET = "autochat-test-secret";

  /** "A high number of token requests", says the vendor, and no figure. */
  private static final int TOKENS_AN_HOUR = 100;

  /** Called by the service loader. */
  public AutochatVendor() {
    super("autochat", AutochatOperations.PORT, "/api/options", CLIENT + ":" + SECRET);
  }

  @Override
  public Map<String, String> testCredentials() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("client_id", CLIENT);
    parts.put("client_secret", SECRET);
    parts.put("token", standingToken(defaultKeys()));
    return parts;
  }

  @Override
  public Map<String, String> headers(Set<String> keys) {
    return Map.of("Authorization", "Bearer " + standingToken(keys));
  }

  private static String standingToken(Set<String> keys) {
    return new Clients(keys).standingTokens().iterator().next();
  }

  /** A token, however it was got: client id and secret are of use on the host of tokens alone. */
  @Override
  public List<String> credentialParts() {
    return List.of("token");
  }

  @Override
  public VendorStub open(MockSettings settings) {
    Clients clients = new Clients(settings.keys());
    RateLimit tokenLimit = new RateLimit(TOKENS_AN_HOUR, Duration.ofHours(1), settings.clock());
    AutochatState state = new AutochatState(tokenLimit);
    Tokens tokens = new Tokens(state, clients, settings.clock(), settings.ids());
    AutochatBehaviour behaviour = new AutochatBehaviour(state, clients, tokens, tokenLimit);
    return new StubEngine(
        id(),
        new AutochatContract(behaviour),
        state,
        new AutochatErrors(),
        new AutochatAccess(tokens, clients),
        settings);
  }
}
