package dev.forecourt.fidcar;

import dev.forecourt.runtime.kit.AbstractKeysTest;
import dev.forecourt.runtime.kit.WireRequest;
import java.util.Map;
import java.util.function.Supplier;

/** The key, from a supplier and from the environment. */
class KeysTest extends AbstractKeysTest<FidcarClient.Builder, FidcarClient> {

  @Override
  protected FidcarClient.Builder bare() {
    return FidcarClient.builder();
  }

  @Override
  protected FidcarClient.Builder asking(Supplier<String> key) {
    return bare().apiKey(key);
  }

  @Override
  protected FidcarClient build(FidcarClient.Builder builder) {
    return builder.build();
  }

  @Override
  protected Object call(FidcarClient client) {
    return client.dealerships().getDealership(1325);
  }

  @Override
  protected String sent(WireRequest request) {
    return request.header("Authorization");
  }

  @Override
  protected String expected(String key, WireRequest request) {
    return key;
  }

  @Override
  protected String name() {
    return "FIDCAR API key";
  }

  @Override
  protected String operation() {
    return "fidcar getDealership";
  }

  @Override
  protected Map<String, String> required() {
    return Map.of("FIDCAR_API_KEY", "k3y");
  }

  @Override
  protected String variable() {
    return "FIDCAR_API_KEY";
  }
}
