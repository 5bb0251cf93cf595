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

    String json = "{\"members\":\"1\",\"build\":\"2\",\"notify\":\"3\",\"getClass\":\"4\",\"that\":\"5\",\"in\":\"6\","
        + "\"out\":\"7\",\"class\":\"8\",\"id\":\"9\",\"ID\":\"10\",\"Id\":\"11\",\"a-b\":\"12\",\"a_b\":\"13\",\"$ref2\":\"14\","
        + "\"_\":\"15\",\"1st\":\"16\",\"?\":\"17\",\"say \\\"hi\\\"\\\\n\":\"18\",\"builder\":\"19\"}";
    OperationModel2 sent = VendorJson.read(json, OperationModel2.class);
    assertThat(sent.additionalProperties()).isEmpty();
    assertThat(List.of(sent.membersValue(), sent.buildValue(), sent.thatValue(), sent.outValue())).containsExactly("1", "2", "5", "7");
    wire.answer(json);

    OperationModel2 read = client.call().toStringOperation("q", "o", "b", sent, CallService.ToStringOperationQuery.builder().otherValue("x").build());

    assertThat(wire.line()).isEqualTo("POST /a/q?options=o&body=b&other=x");
    assertThat(wire.body()).isEqualTo(json);
    assertThat(read).isEqualTo(sent);
    assertThat(read.toBuilder().thatValue("x").build()).isNotEqualTo(sent);
  }
}
