package dev.forecourt.fidelisa;

import dev.forecourt.runtime.kit.AbstractKeysTest;
import dev.forecourt.runtime.kit.WireRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The key of the provider, from a supplier and from the environment: it signs. */
class KeysTest extends AbstractKeysTest<FidelisaClient.Builder, FidelisaClient> {

  @Override
  protected FidelisaClient.Builder bare() {
    return FidelisaClient.builder();
  }

  @Override
  protected FidelisaClient.Builder asking(Supplier<String> key) {
    return bare().provider("FORECOURT", key).shop("619E8B", "sh0p-key");
  }

  @Override
  protected FidelisaClient build(FidelisaClient.Builder builder) {
    return builder.build();
  }

  @Override
  protected Object call(FidelisaClient client) {
    return client.shops().withRawResponse().listShops();
  }

  @Override
  protected String sent(WireRequest request) {
    return request.header("FIDELISA_PROVIDER_KEY");
  }

  @Override
  protected String expected(String key, WireRequest request) {
    return RequestSignature.sign("FORECOURT" + request.header("FIDELISA_JETON"), key);
  }

  @Override
  protected String name() {
    return "Fidelisa provider key";
  }

  @Override
  protected String operation() {
    return "fidelisa listShops";
  }

  @Override
  protected Map<String, String> required() {
    return variables();
  }

  @Override
  protected String variable() {
    return "FIDELISA_PROVIDER_KEY";
  }

  private static Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("FIDELISA_PROVIDER_CODE", "FORECOURT");
    variables.put("FIDELISA_PROVIDER_KEY", "k3y");
    return variables;
  }
}
