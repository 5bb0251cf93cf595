package dev.forecourt.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.clients.corpus.Recorder;
import java.util.function.Consumer;

public class Use implements Consumer<Recorder> {
  @Override
  public void accept(Recorder wire) {
    AcmeClient client =
        AcmeClient.builder().transport(wire).clientCredentials("id", "s3&cr3t").build();
    wire.answer("{\"access_token\":\"token-1\",\"expires_in\":3600}").answer(204, "text/plain", "");

    client.things().get();

    assertThat(new String(wire.requests().get(0).body()))
        .isEqualTo("grant_type=client_credentials&client_id=id&client_secret=s3%26cr3t");
    assertThat(wire.requests().get(0).headers()).doesNotContainKey("Authorization");
    assertThat(wire.header("Authorization")).isEqualTo("Bearer token-1");

    AcmeClient refused =
        AcmeClient.builder()
            .transport(wire)
            .clientCredentials("id", "s3cr3t")
            .baseUrl("http://localhost:4016")
            .build();
    wire.answer(401, "application/json", "{\"error\":\"wrong s3cr3t\"}");
    assertThat(catchThrowable(() -> refused.things().get())).hasMessageNotContaining("s3cr3t");
  }
}
