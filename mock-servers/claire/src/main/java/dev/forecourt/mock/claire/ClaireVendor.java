package dev.forecourt.mock.claire;

import dev.forecourt.mock.Credentials;
import dev.forecourt.mock.KnownKeys;
import dev.forecourt.mock.MockSettings;
import dev.forecourt.mock.StubEngine;
import dev.forecourt.mock.Vendor;
import dev.forecourt.mock.VendorStub;
import java.util.Map;
import java.util.Set;

/**
 * Claire for the mock servers; found by {@link java.util.ServiceLoader}. Takes the key in the
 * header or in the query.
 */
public final class ClaireVendor implements Vendor {

  /** Called by the service loader. */
  public ClaireVendor() {}

  @Override
  public String id() {
    return "claire";
  }

  @Override
  public int port() {
    return ClaireOperations.PORT;
  }

  @Override
  public Set<String> defaultKeys() {
    return Set.of("claire-test-key");
  }

  @Override
  public Map<String, String> credentials(Set<String> keys) {
    return Map.of("Authorization", keys.iterator().next());
  }

  @Override
  public String samplePath() {
    return "/v1/locations";
  }

  @Override
  public VendorStub open(MockSettings settings) {
    KnownKeys keys = new KnownKeys(settings.keys());
    Credentials credentials =
        new Credentials(ClaireOperations.ALL, Map.of("ApiKeyHeader", keys, "ApiKeyQuery", keys));
    return new StubEngine(
        id(), new ClaireContract(new ClaireApi() {}), new ClaireErrors(), credentials, settings);
  }
}
