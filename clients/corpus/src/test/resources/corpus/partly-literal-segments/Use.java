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

    client.things().read("a", "b.c", 7, ThingsService.ReadQuery.builder().filterName("x").build());
    assertThat(wire.line()).isEqualTo("GET /f/a.b.c/v7?filter%5Bname%5D=x");

    client.things().search(ThingsService.SearchQuery.builder().q("x").build());
    assertThat(wire.line()).isEqualTo("GET /f?kind=all&q=x");
  }
}
