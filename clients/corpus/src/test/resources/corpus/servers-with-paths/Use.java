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
    AcmeClient client = AcmeClient.builder().transport(wire).build();

    client.things().get();
    assertThat(wire.host()).isEqualTo("eu.acme.example");
    assertThat(wire.line()).isEqualTo("GET /v2/a");
    client.things().getB();
    assertThat(wire.host()).isEqualTo("other.example");
    assertThat(wire.line()).isEqualTo("GET /v9/b");
    AcmeClient.builder().transport(wire).baseUrl("http://localhost:4016").build().things().get();
    assertThat(wire.host()).isEqualTo("localhost");
    assertThat(wire.line()).isEqualTo("GET /v2/a");
  }
}
