package dev.forecourt.autengo;

import dev.forecourt.runtime.kit.AbstractSecretsTest;
import java.util.List;

/** Key and JWT, and the session token that they get. */
class SecretsTest extends AbstractSecretsTest<AutengoClient.Builder, AutengoClient> {
  private static final String KEY = "k3y/with&<\"+%2F\\>";
  private static final String JWT = "eyJhbGciOiJIUzI1NiJ9." + "jwt-0/".repeat(100);
  private static final String SESSION = "s3ssion/+&<token";

  @Override
  protected AutengoClient.Builder builder() {
    return AutengoClient.builder().apiKey(KEY).jwt(JWT).session(1, 2);
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
  protected List<String> secrets() {
    return List.of(KEY, JWT, SESSION);
  }

  @Override
  protected List<String> tokenAnswers() {
    return List.of("{\"token\":\"" + SESSION + "\"}");
  }
}
