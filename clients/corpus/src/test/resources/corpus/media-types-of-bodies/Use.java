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

    A a = A.builder().name("x & y").tags(List.of("1", "2")).on(false).build();
    client.things().create(a);
    assertThat(wire.header("Content-Type")).isEqualTo("application/json");
    assertThat(wire.body()).isEqualTo("{\"name\":\"x & y\",\"tags\":[\"1\",\"2\"],\"on\":false}");

    client.things().createAsForm(CreateAsFormForm.builder().name("x & y").tags(List.of("1", "2")).on(false).build());
    assertThat(wire.line()).isEqualTo("POST /a");
    assertThat(wire.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(wire.body()).isEqualTo("name=x%20%26%20y&tags=1&tags=2&on=false");

    client.things().merge(a);
    assertThat(wire.header("Content-Type")).isEqualTo("application/merge-patch+json");

    client.things().say("h\u00e9");
    assertThat(wire.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(wire.body()).isEqualTo("h\u00e9");

    client.things().sayXml("<a/>");
    assertThat(wire.header("Content-Type")).isEqualTo("application/xml");
    assertThat(wire.body()).isEqualTo("<a/>");

    client.things().put(new byte[] {1, 2, (byte) 0xff});
    assertThat(wire.header("Content-Type")).isEqualTo("image/png");
    assertThat(wire.bytes()).containsExactly(1, 2, 0xff);

    client.things().maybe(null);
    assertThat(wire.bytes()).isEmpty();
    assertThat(wire.header("Content-Type")).isEmpty();

    client.things().any(Json.parse("[1]"));
    assertThat(wire.body()).isEqualTo("[1]");
  }
}
