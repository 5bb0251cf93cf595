package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.engine.StubEngine;
import dev.forecourt.mock.vendor.AbstractVendor;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.VendorStub;
import java.util.Map;
import java.util.Set;

/** FIDCAR for the mock servers; found by {@link java.util.ServiceLoader}. */
public final class FidcarVendor extends AbstractVendor {

  private static final String KEY = "fidcar-test-key";

  /** Called by the service loader. */
  public FidcarVendor() {
    super("fidcar", FidcarOperations.PORT, "/api/local?page=1&limit=5&bridge=icar", KEY);
  }

  @Override
  public Map<String, String> testCredentials() {
    return Map.of("api_key", KEY);
  }

  @Override
  public Map<String, String> headers(Set<String> keys) {
    return Map.of("Authorization", keys.iterator().next());
  }

  @Override
  public VendorStub open(MockSettings settings) {
    FidcarState state = new FidcarState(new FidcarTime(settings.clock()));
    FidcarAccess access = new FidcarAccess(settings.keys());
    return new StubEngine(
        id(),
        new FidcarContract(new FidcarBehaviour(state, settings)),
        state,
        new FidcarErrors(),
        access,
        settings,
        new FidcarRoot(access));
  }
}
