package dev.forecourt.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.acme.api.*;
import dev.forecourt.acme.model.*;
import dev.forecourt.clients.corpus.Recorder;
import dev.forecourt.runtime.json.VendorJson;
import java.util.function.Consumer;

public class Use implements Consumer<Recorder> {
  @Override
  public void accept(Recorder wire) {
    AcmeClient client = AcmeClient.builder().transport(wire).build();
    String json =
        "{\"model\":{\"name\":\"a\"},\"models\":[{\"name\":\"b\"}],\"arrays\":{\"name\":\"c\"},"
            + "\"failure\":{\"name\":\"d\"},\"schema\":{\"name\":\"e\"},\"adapter\":{\"name\":\"f\"}}";
    wire.answer(json);

    Thing thing = client.things().get();

    assertThat(thing.models().get(0).name()).isEqualTo("b");
    assertThat(thing.failure().name()).isEqualTo("d");
    assertThat(VendorJson.write(thing)).isEqualTo(json);
  }
}
