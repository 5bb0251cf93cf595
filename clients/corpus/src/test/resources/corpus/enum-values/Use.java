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

    String json = "{\"kind\":\"unknown\",\"size\":-1,\"big\":5000000000,\"flag\":true,\"mixed\":1,\"ratio\":1.50}";
    wire.answer(json);

    A a = client.things().get(ThingsService.GetQuery.builder().type(GetType.of("image/*")).build());

    assertThat(wire.line()).isEqualTo("GET /a?type=image%2F%2A");
    assertThat(VendorJson.write(a)).isEqualTo(json);
    assertThat(a.kind().isListed()).isTrue();
    assertThat(a.kind().known()).isNotEqualTo(AKind.Known.UNKNOWN);
    assertThat(AKind.of("other").known()).isEqualTo(AKind.Known.UNKNOWN);
    for (String value : List.of("unknown", "UNKNOWN", "a", "A", "", "+", "-", "2x", "image/*", "a\\b")) {
      assertThat(AKind.of(value).isListed()).as(value).isTrue();
      assertThat(AKind.of(value).value()).isEqualTo(value);
    }
    assertThat(a.ratio()).isEqualTo(new BigDecimal("1.50"));
  }
}
