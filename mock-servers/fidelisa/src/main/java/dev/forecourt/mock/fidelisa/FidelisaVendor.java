package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.engine.StubEngine;
import dev.forecourt.mock.vendor.AbstractVendor;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.VendorStub;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Fidelisa for the mock servers; found by {@link java.util.ServiceLoader}. A key is {@code
 * provider:CODE:SECRET} or {@code shop:CODE:SECRET}. Providers are those given; shops are added to
 * those of the start data.
 */
public final class FidelisaVendor extends AbstractVendor {

  private static final String PROVIDER = "FORECOURT";
  private static final String PROVIDER_KEY = "provider-test-key";
  // those of the vendor's documentation
  private static final String SHOP = "619E8B5AAD5E48138881C5E7774C86B2";
  private static final String SHOP_KEY = "FrZN6UChpqXBRKVExXVB";

  /** Called by the service loader. */
  public FidelisaVendor() {
    super(
        "fidelisa",
        FidelisaOperations.PORT,
        "/api/customers",
        "provider:" + PROVIDER + ":" + PROVIDER_KEY,
        "shop:" + SHOP + ":" + SHOP_KEY);
  }

  @Override
  public Map<String, String> testCredentials() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("provider_code", PROVIDER);
    parts.put("provider_key", PROVIDER_KEY);
    parts.put("shop_code", SHOP);
    parts.put("shop_key", SHOP_KEY);
    return parts;
  }

  /** Signed over a new token, which is good for one call. */
  @Override
  public Map<String, String> headers(Set<String> keys) {
    return Signatures.headers(
        Accounts.of(keys), Long.toUnsignedString(ThreadLocalRandom.current().nextLong()));
  }

  @Override
  public boolean takesUnsigned() {
    return true;
  }

  @Override
  public VendorStub open(MockSettings settings) {
    Accounts given = Accounts.of(settings.keys());
    Accounts accounts = given.withSeeded();
    FidelisaTime time = new FidelisaTime(settings.clock());
    FidelisaState state = new FidelisaState(accounts);
    return new StubEngine(
        id(),
        new FidelisaContract(new FidelisaBehaviour(state, accounts, time, settings.ids())),
        state,
        new FidelisaErrors(),
        settings.unsigned()
            ? new UnsignedAccess(
                state, accounts, given.shops().keySet().stream().findFirst().orElse(SHOP))
            : new FidelisaAccess(state, accounts),
        settings);
  }
}
