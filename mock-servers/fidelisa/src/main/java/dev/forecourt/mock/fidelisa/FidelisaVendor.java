package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.engine.StubEngine;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.util.Map;
import java.util.Set;

/**
 * Fidelisa for the mock servers; found by {@link java.util.ServiceLoader}. A key is {@code
 * provider:CODE:SECRET} or {@code shop:CODE:SECRET}. Providers are those given; shops are added to
 * those of the start data.
 */
public final class FidelisaVendor implements Vendor {

  /** Called by the service loader. */
  public FidelisaVendor() {}

  @Override
  public String id() {
    return "fidelisa";
  }

  @Override
  public int port() {
    return FidelisaOperations.PORT;
  }

  @Override
  public Set<String> defaultKeys() {
    return Set.of(
        "provider:FORECOURT:provider-test-key",
        "shop:619E8B5AAD5E48138881C5E7774C86B2:FrZN6UChpqXBRKVExXVB");
  }

  @Override
  public Map<String, String> credentials(Set<String> keys) {
    return Signatures.headers(Accounts.of(keys), "12345678");
  }

  @Override
  public String samplePath() {
    return "/api/customers";
  }

  @Override
  public VendorStub open(MockSettings settings) {
    Accounts accounts = Accounts.of(settings.keys());
    FidelisaState state = new FidelisaState(accounts);
    return new StubEngine(
        id(),
        new FidelisaContract(new FidelisaBehaviour(state, settings)),
        state,
        new FidelisaErrors(),
        new FidelisaAccess(state, accounts),
        settings);
  }
}
