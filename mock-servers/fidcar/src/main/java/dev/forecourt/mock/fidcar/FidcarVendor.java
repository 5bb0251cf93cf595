package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.credentials.Authenticator;
import dev.forecourt.mock.credentials.Credentials;
import dev.forecourt.mock.credentials.KnownKeys;
import dev.forecourt.mock.engine.StubEngine;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.util.Map;
import java.util.Set;

/** FIDCAR for the mock servers; found by {@link java.util.ServiceLoader}. */
public final class FidcarVendor implements Vendor {

  /** Called by the service loader. */
  public FidcarVendor() {}

  @Override
  public String id() {
    return "fidcar";
  }

  @Override
  public int port() {
    return FidcarOperations.PORT;
  }

  @Override
  public Set<String> defaultKeys() {
    return Set.of("fidcar-test-key");
  }

  @Override
  public Map<String, String> credentials(Set<String> keys) {
    return Map.of("Authorization", keys.iterator().next());
  }

  @Override
  public String samplePath() {
    return "/api/local?page=1&limit=5&bridge=icar";
  }

  @Override
  public VendorStub open(MockSettings settings) {
    FidcarState state = new FidcarState(new FidcarTime(settings.clock()));
    FidcarContract contract = new FidcarContract(new FidcarBehaviour(state, settings));
    Authenticator keys =
        new Credentials(
            FidcarOperations.ALL,
            Map.of("ApiKey", new KnownKeys(settings.keys())),
            FidcarErrors.UNKNOWN_TOKEN);
    return new StubEngine(
        id(), contract, state, new FidcarErrors(), keys, settings, new FidcarRoot(keys));
  }
}
