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

    Point point = Point.builder().x(1L).y(2L).build();
    client.things().find(List.of("a", "b/c"), List.of("d", "e"), "f", point, List.of(1L, 2L), "s 1",
        ThingsService.FindQuery.builder().xPoint(point).theme("dark").build());

    assertThat(wire.line()).isEqualTo("GET /a/a,b%2Fc/.d.e/;matrix=f/x=1,y=2");
    assertThat(wire.header("X-Ids")).isEqualTo("1,2");
    assertThat(wire.header("X-Point")).isEqualTo("x,1,y,2");
    assertThat(wire.header("Cookie")).isEqualTo("session=s%201; theme=dark");
  }
}
