package dev.forecourt.claire;

import dev.forecourt.runtime.kit.AbstractSecretsTest;
import java.util.List;

/** The key in the header. */
class SecretsTest extends AbstractSecretsTest<ClaireClient.Builder, ClaireClient> {
  static final String KEY = "k3y/with&<\"+%2F\\>";

  @Override
  protected ClaireClient.Builder builder() {
    return ClaireClient.builder().apiKey(KEY);
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
  protected List<String> secrets() {
    return List.of(KEY);
  }
}
