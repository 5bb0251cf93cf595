package dev.forecourt.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.acme.api.*;
import dev.forecourt.acme.model.*;
import dev.forecourt.clients.corpus.Recorder;
import dev.forecourt.runtime.json.*;
import java.util.List;
import java.util.function.Consumer;

public class Use implements Consumer<Recorder> {
  @Override
  public void accept(Recorder wire) {
    AcmeClient client = AcmeClient.builder().transport(wire).build();
    NewPart part = NewPart.builder().number(1L).build();

    assertThatThrownBy(() -> NewThing.builder().name("long").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("NewThing: 2 things are not as the contract asks: 'name' must have 3"
            + " characters or less, and has 4; 'part' is required and not set. Change them before build().");
    assertThatThrownBy(() -> NewPart.builder().build()).hasMessageContaining("'number' is required and not set");

    // an answer may lack them
    assertThat(Owner.builder().build().name()).isNull();
    assertThat(Fault.builder().build().code()).isNull();
    NewThing thing = NewThing.builder().name("x").part(part).build();
    client.things().create(thing);
    assertThat(wire.body()).isEqualTo("{\"name\":\"x\",\"part\":{\"number\":1}}");
    assertThat(VendorJson.read("{}", Thing.class).id()).isNull();
  }
}
