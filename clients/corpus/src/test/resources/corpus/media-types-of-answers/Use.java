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

    ThingsService things = client.things();
    assertThat(things.with(dev.forecourt.runtime.call.RequestOptions.none())).isNotNull();
    wire.answer(200, "text/csv", "a,b");
    assertThat(things.text()).isEqualTo("a,b");
    assertThat(wire.header("Accept")).isEqualTo("text/csv");
    wire.answer(200, "application/pdf", new byte[] {1, (byte) 0xfe});
    assertThat(things.bytes()).containsExactly(1, 0xfe);
    wire.answer(200, "application/vnd.a+json", "[[\"a\"],[]]");
    assertThat(things.json()).containsExactly(List.of("a"), List.of());
    assertThat(wire.header("Accept")).isEqualTo("application/vnd.a+json");
    wire.answer("5000000000");
    assertThat(things.number()).isEqualTo(5000000000L);
    wire.answer("{\"a\":1.50}");
    assertThat(things.map()).isEqualTo(Map.of("a", new BigDecimal("1.50")));
    wire.answer(204, "text/plain", "");
    assertThat(things.either()).isNull();
    wire.answer("\"x\"");
    assertThat(things.either()).isEqualTo("x");
    wire.answer("true");
    assertThat(things.byDefault()).isTrue();
    things.none();
    wire.answer(302, "text/plain", "");
    things.moved();
    things.head();
    assertThat(wire.line()).isEqualTo("HEAD /head");
    things.askOptions();
    assertThat(wire.line()).isEqualTo("OPTIONS /options");
    things.trace();
    assertThat(wire.line()).isEqualTo("TRACE /trace");
    wire.answer(404, "application/json", "{\"why\":\"x\"}");
    assertThatThrownBy(things::none).isInstanceOf(NotFoundException.class);
  }
}
