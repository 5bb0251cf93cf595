package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.Credentials;
import dev.forecourt.mock.MockSettings;
import dev.forecourt.mock.StubEngine;
import dev.forecourt.mock.Vendor;
import dev.forecourt.mock.VendorStub;
import java.util.Map;
import java.util.Set;

/**
 * Fidelisa for the mock servers; found by {@link java.util.ServiceLoader}. A key is {@code
 * provider:CODE:SECRET} or {@code shop:CODE:SECRET}. Checks both signatures; a token that comes
 * twice is not refused yet.
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
    Credentials credentials =
        new Credentials(
            FidelisaOperations.ALL,
            Map.of(
                "Jeton", (value, request) -> !value.isBlank(),
                "Provider", (value, request) -> accounts.providers().containsKey(value),
                "ProviderKey", new Signatures("FIDELISA_PROVIDER", accounts.providers()),
                "ApiUser", (value, request) -> accounts.shops().containsKey(value),
                "ApiUserKey", new Signatures("FIDELISA_APIUSER", accounts.shops())));
    return new StubEngine(
        id(),
        new FidelisaContract(new FidelisaApi() {}),
        new FidelisaErrors(),
        credentials,
        settings);
  }
}
