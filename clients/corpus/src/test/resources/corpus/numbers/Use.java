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

    String json = "{\"float\":16777217.25,\"double\":0.1234567890123456789,\"plain\":1.10,\"count\":3000000000,\"small\":7,\"huge\":123456789012345678901234567890}";
    wire.answer(json);

    A a = client.things().get();

    assertThat(a.floatValue()).isEqualTo(new BigDecimal("16777217.25"));
    assertThat(a.doubleValue()).isEqualTo(new BigDecimal("0.1234567890123456789"));
    assertThat(a.count()).isEqualTo(3000000000L);
    assertThat(a.small()).isEqualTo(7);
    assertThat(VendorJson.write(a)).isEqualTo(json);
  }
}
