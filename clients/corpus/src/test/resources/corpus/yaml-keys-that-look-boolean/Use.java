package dev.forecourt.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.acme.api.*;
import dev.forecourt.acme.model.*;
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

    wire.answer("{\"on\":true,\"no\":\"x\"}");
    A a = client.things().get(ThingsService.GetQuery.builder().y("no").build());
    assertThat(wire.line()).isEqualTo("GET /a?y=no");
    assertThat(a.on()).isTrue();
    assertThat(a.no()).isEqualTo("x");
  }
}
