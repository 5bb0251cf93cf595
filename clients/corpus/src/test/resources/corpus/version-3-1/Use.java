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

    String json = "{\"maybe\":null,\"either\":5,\"kind\":\"a\",\"above\":4,\"ref\":{\"n\":null},\"data\":\"AA==\",\"pair\":[\"a\",1],\"any\":{\"x\":[1.0]},\"when\":\"2020-01-01T00:00:00Z\",\"open\":{\"x\":\"y\",\"x-z\":\"w\"}}";
    wire.answer(json);
    A a = client.things().swap(A.builder().maybe(null).build());
    assertThat(wire.body()).isEqualTo("{\"maybe\":null}");
    assertThat(a.maybe()).isNull();
    assertThat(a.either()).isEqualTo(new AEither.OfNumber(5L));
    assertThat(a.kind()).isEqualTo(AKind.of("a"));
    assertThat(a.ref().n()).isNull();
    assertThat(a.data()).isEqualTo("AA==");
    assertThat(Json.parse(VendorJson.write(a))).isEqualTo(Json.parse(json));
    assertThat(FiredPayload.builder().why("x").build().why()).isEqualTo("x");
  }
}
