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
    AcmeClient client = AcmeClient.builder().transport(wire).apiKey("k1").inQuery("k2").inCookie(() -> "k3")
        .login("user", "pass").openId("token").build();
    ThingsService things = client.things();

    things.header();
    assertThat(wire.header("X-Key")).isEqualTo("k1");
    things.query(ThingsService.QueryQuery.builder().q("x").build());
    assertThat(wire.line()).isEqualTo("GET /query?q=x&key=k2");
    things.cookie(ThingsService.CookieQuery.builder().theme("dark").build());
    assertThat(wire.header("Cookie")).isEqualTo("theme=dark; sid=k3");
    things.basic();
    assertThat(wire.header("Authorization")).isEqualTo("Basic dXNlcjpwYXNz");
    things.bearer();
    assertThat(wire.header("Authorization")).isEqualTo("Bearer token");
    assertThat(wire.header("X-Key")).isEmpty();
    things.both();
    assertThat(wire.header("Authorization") + wire.header("X-Key")).isEqualTo("Bearer tokenk1");
    things.either();
    assertThat(wire.line()).isEqualTo("GET /either?key=k2");
    things.open();
    assertThat(wire.line()).isEqualTo("GET /open");
    things.tls();
    assertThat(wire.header("Authorization")).isEmpty();
    AcmeClient none = AcmeClient.builder().transport(wire).build();
    none.things().maybe();
    assertThat(wire.line()).isEqualTo("GET /maybe");
    assertThatThrownBy(() -> none.things().header()).hasMessageContaining("acme header needs API Key");
    assertThat(AcmeClient.builder().getClass().getMethods()).noneMatch(each -> each.getName().equals("unused"));
    assertThat(client.toString()).isEqualTo("AcmeClient");
  }
}
