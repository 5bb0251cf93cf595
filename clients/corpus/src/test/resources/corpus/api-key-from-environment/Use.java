package dev.forecourt.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.acme.api.*;
import dev.forecourt.clients.corpus.Recorder;
import dev.forecourt.runtime.encode.*;
import dev.forecourt.runtime.errors.*;
import dev.forecourt.runtime.json.*;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

public class Use implements Consumer<Recorder> {
  @Override
  public void accept(Recorder wire) {
    AcmeClient client = AcmeClient.builder().transport(wire)
        .fromEnv(Map.of("ACME_API_KEY", "k1", "ACME_BASE_URL", "http://localhost:4016")).build();
    client.things().get();
    assertThat(wire.header("X-Key")).isEqualTo("k1");
    assertThat(wire.host()).isEqualTo("localhost");

    wire.answer(400, "application/json", "{\"error\":{\"code\":\"c7\",\"message\":\"No such thing\"}}");
    assertThatThrownBy(() -> client.things().get()).isInstanceOf(BadRequestException.class).hasMessageContaining("No such thing");

    assertThatThrownBy(() -> AcmeClient.builder().fromEnv(Map.of()).build()).hasMessageContaining("ACME_API_KEY");
    assertThatThrownBy(() -> AcmeClient.builder().build()).hasMessageContaining("Acme API key is missing");
  }
}
