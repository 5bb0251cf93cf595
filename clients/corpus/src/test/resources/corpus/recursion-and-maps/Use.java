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

    String json = "{\"children\":[{\"grid\":[[1],[2,3]]}],\"byName\":{\"a\":{}},\"lists\":{\"x\":[\"a\",\"z\"]},\"free\":{\"q\":1},\"json\":[\"a\",{\"b\":\"c\"}],\"alias\":[\"n\"],\"empty\":{},\"extra\":5}";
    wire.answer(json);

    Node node = client.things().get();

    assertThat(node.children().get(0).grid()).containsExactly(List.of(1L), List.of(2L, 3L));
    assertThat(node.byName()).containsOnlyKeys("a");
    assertThat(node.alias()).containsExactly("n");
    assertThat(node.additionalProperties()).containsEntry("extra", Json.of(5));
    assertThat(VendorJson.write(node)).isEqualTo(json);
  }
}
