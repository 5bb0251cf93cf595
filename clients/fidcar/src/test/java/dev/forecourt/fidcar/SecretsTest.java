package dev.forecourt.fidcar;

import dev.forecourt.runtime.kit.AbstractSecretsTest;
import java.util.List;

/** The key. */
class SecretsTest extends AbstractSecretsTest<FidcarClient.Builder, FidcarClient> {
  private static final String KEY = "k3y/with&<\"+%2F\\>";

  @Override
  protected FidcarClient.Builder builder() {
    return FidcarClient.builder().apiKey(KEY);
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
  protected List<String> secrets() {
    return List.of(KEY);
  }
}
