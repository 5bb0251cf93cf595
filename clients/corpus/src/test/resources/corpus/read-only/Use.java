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

    wire.answer("{\"id\":7,\"name\":\"x\",\"inner\":{\"at\":\"now\",\"b\":\"c\"}}");
    A read = client.things().replace(A.builder().name("x").secret("s").build());
    assertThat(wire.body()).isEqualTo("{\"name\":\"x\",\"secret\":\"s\"}");
    assertThat(read.id()).isEqualTo(7);

    client.things().replace(read);
    assertThat(wire.body()).isEqualTo("{\"name\":\"x\",\"inner\":{\"b\":\"c\"}}");
    assertThat(VendorJson.write(read)).contains("\"id\":7");
  }
}
