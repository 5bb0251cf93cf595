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

    wire.answer("{\"kind\":\"Square\",\"size\":2.0,\"more\":1}");
    Shape read = client.things().swap(Circle.builder().kind("round").size(new BigDecimal("1.5")).build());
    assertThat(wire.body()).isEqualTo("{\"kind\":\"round\",\"size\":1.5}");
    assertThat(read).isInstanceOf(Square.class);
    assertThat(VendorJson.write(read)).isEqualTo("{\"kind\":\"Square\",\"size\":2.0,\"more\":1}");

    wire.answer("{\"kind\":\"round\"}");
    assertThat(client.things().swap(read)).isInstanceOf(Circle.class);

    wire.answer("{\"kind\":\"star\",\"tips\":5}");
    Shape unknown = client.things().swap(read);
    assertThat(unknown).isEqualTo(new Shape.OfJson(Json.parse("{\"kind\":\"star\",\"tips\":5}")));
  }
}
