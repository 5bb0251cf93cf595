package dev.forecourt.mock.autochat;

import dev.forecourt.mock.Credential;
import dev.forecourt.mock.Credentials;
import dev.forecourt.mock.MockSettings;
import dev.forecourt.mock.StubEngine;
import dev.forecourt.mock.Vendor;
import dev.forecourt.mock.VendorStub;
import java.util.Map;
import java.util.Set;

/**
 * Autochat for the mock servers; found by {@link java.util.ServiceLoader}. A key is {@code
 * client:secret}. For now every client gets the token of the example, and any token is taken.
 */
public final class AutochatVendor implements Vendor {

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
    return Map.of("Authorization", "Bearer autochat-test-token");
  }

  @Override
  public String samplePath() {
    return "/api/options";
  }

  @Override
  public VendorStub open(MockSettings settings) {
    Credentials credentials =
        new Credentials(
            AutochatOperations.ALL, Map.of("Bearer", Credential.startingWith("Bearer")));
    return new StubEngine(
        id(),
        new AutochatContract(new AutochatApi() {}),
        new AutochatErrors(),
        credentials,
        settings);
  }
}
