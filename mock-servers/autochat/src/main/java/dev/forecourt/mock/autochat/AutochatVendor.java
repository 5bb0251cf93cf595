package dev.forecourt.mock.autochat;

import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.engine.StubEngine;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Autochat for the mock servers; found by {@link java.util.ServiceLoader}. A key is {@code
 * client:secret}.
 */
public final class AutochatVendor implements Vendor {

  /** "A high number of token requests", says the vendor, and no figure. */
  private static final int TOKENS_AN_HOUR = 100;

  /** Called by the service loader. */
  public AutochatVendor() {}

  @Override
  public String id() {
    return "autochat";
  }

  @Override
  public int port() {
    return AutochatOperations.PORT;
  }

  @Override
  public Set<String> defaultKeys() {
    return Set.of("autochat-test-client:autochat-test-secret");
  }

  @Override
  public Map<String, String> credentials(Set<String> keys) {
    return Map.of(
        "Authorization", "Bearer " + new Clients(keys).standingTokens().iterator().next());
  }

  @Override
  public String samplePath() {
    return "/api/options";
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
        new AutochatAccess(tokens),
        settings);
  }
}
