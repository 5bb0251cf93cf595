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

    String json = "{\"one\":{\"meows\":true},\"two\":{\"barks\":true,\"name\":\"Rex\"},\"three\":\"text\",\"four\":[{\"meows\":false}],"
        + "\"five\":{\"name\":\"?\"},\"six\":{\"meows\":true,\"barks\":true},\"list\":[\"a\",1],\"same\":\"x\",\"maybe\":null}";
    wire.answer(json);

    A a = client.things().get();

    assertThat(a.one()).isInstanceOf(Cat.class);
    assertThat(a.two()).isInstanceOf(Dog.class);
    assertThat(a.three()).isEqualTo(new Any.OfText("text"));
    assertThat(a.four()).isInstanceOf(Any.OfList.class);
    assertThat(a.five()).isInstanceOf(Any.OfJson.class);
    assertThat(a.six()).isInstanceOf(Any.OfJson.class);
    assertThat(a.list()).hasSize(2);
    assertThat(a.same()).isEqualTo("x");
    assertThat(a.maybe()).isNull();
    assertThat(VendorJson.write(a)).isEqualTo(json);
  }
}
