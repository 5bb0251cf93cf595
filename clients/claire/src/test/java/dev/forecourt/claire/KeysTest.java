package dev.forecourt.claire;

import dev.forecourt.runtime.kit.AbstractKeysTest;
import dev.forecourt.runtime.kit.WireRequest;
import java.util.Map;
import java.util.function.Supplier;

/** The key, from a supplier and from the environment. */
class KeysTest extends AbstractKeysTest<ClaireClient.Builder, ClaireClient> {

  @Override
  protected ClaireClient.Builder bare() {
    return ClaireClient.builder();
  }

  @Override
  protected ClaireClient.Builder asking(Supplier<String> key) {
    return bare().apiKey(key);
  }

  @Override
  protected ClaireClient build(ClaireClient.Builder builder) {
    return builder.build();
  }

  @Override
  protected Object call(ClaireClient client) {
    return client.appointments().getAppointment(4711823);
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
    return "Claire API key";
  }

  @Override
  protected String operation() {
    return "claire getAppointment";
  }

  @Override
  protected Map<String, String> required() {
    return Map.of("CLAIRE_API_KEY", "k3y");
  }

  @Override
  protected String variable() {
    return "CLAIRE_API_KEY";
  }
}
