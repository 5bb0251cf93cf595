package dev.forecourt.mock.autengo;

import dev.forecourt.mock.engine.StubEngine;
import dev.forecourt.mock.vendor.AbstractVendor;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.VendorStub;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Autengo for the mock servers; found by {@link java.util.ServiceLoader}. */
public final class AutengoVendor extends AbstractVendor {

  private static final String KEY = "autengo-test-key";

  /** Called by the service loader. */
  public AutengoVendor() {
    super("autengo", AutengoOperations.PORT, "/v3/vehicle?limit=1", KEY);
  }

  @Override
  public Map<String, String> testCredentials() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("api_key", KEY);
    parts.put("token", Tokens.TEST_TOKEN);
    return parts;
  }

  @Override
  public Map<String, String> headers(Set<String> keys) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Api-Key", keys.iterator().next());
    // needed to renew it; elsewhere the key is enough
    headers.put("X-Authorization", "Bearer " + Tokens.TEST_TOKEN);
    return headers;
  }

  /** With the token in the header of its older operations as well. */
  @Override
  public Map<String, String> headersOf(Map<String, String> parts) {
    Map<String, String> headers = new LinkedHashMap<>(super.headersOf(parts));
    headers.put("Authorization", "JWT " + parts.getOrDefault("token", Tokens.TEST_TOKEN));
    return headers;
  }

  @Override
  public VendorStub open(MockSettings settings) {
    AutengoState state = new AutengoState();
    Tokens tokens = new Tokens(settings);
    return new StubEngine(
        id(),
        new AutengoContract(new AutengoBehaviour(state, settings, tokens)),
        state,
        new AutengoErrors(),
        new AutengoAccess(settings.keys(), tokens),
        settings);
  }
}
