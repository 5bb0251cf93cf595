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

    Range range = Range.builder().min(1L).max(2L).build();
    client.things().find(ThingsService.FindQuery.builder()
        .csv(List.of("a", "b,c")).multi(List.of(1L, 2L)).pipes(List.of("a", "b")).spaces(List.of("a", "b"))
        .deep(range).spread(Span.builder().from("x").to("y").build()).flat(range).json(range)
        .path("a/b?c=d&e").last(true).build());

    assertThat(wire.line()).isEqualTo("GET /a?csv=a,b%2Cc&multi=1&multi=2&pipes=a%7Cb&spaces=a%20b"
        + "&deep%5Bmin%5D=1&deep%5Bmax%5D=2&from=x&to=y&flat=min,1,max,2"
        + "&json=%7B%22min%22%3A1%2C%22max%22%3A2%7D&path=a/b?c=d%26e&last=true");
  }
}
