package dev.forecourt.autengo;

import dev.forecourt.runtime.kit.AbstractKeysTest;
import dev.forecourt.runtime.kit.WireRequest;
import java.util.Map;
import java.util.function.Supplier;

/** The API key, from a supplier and from the environment. */
class KeysTest extends AbstractKeysTest<AutengoClient.Builder, AutengoClient> {

  @Override
  protected AutengoClient.Builder bare() {
    return AutengoClient.builder();
  }

  @Override
  protected AutengoClient.Builder asking(Supplier<String> key) {
    return bare().apiKey(key).sessionToken("t0ken");
  }

  @Override
  protected AutengoClient build(AutengoClient.Builder builder) {
    return builder.build();
  }

  @Override
  protected Object call(AutengoClient client) {
    return client.vehicles().getVehicle("AIQWXW");
  }

  @Override
  protected String sent(WireRequest request) {
    return request.header("X-Api-Key");
  }

  @Override
  protected String expected(String key, WireRequest request) {
    return key;
  }

  @Override
  protected String name() {
    return "Autengo API key";
  }

  @Override
  protected String operation() {
    return "autengo getVehicle";
  }

  @Override
  protected Map<String, String> required() {
    return Map.of("AUTENGO_API_KEY", "k3y");
  }

  @Override
  protected String variable() {
    return "AUTENGO_API_KEY";
  }
}
