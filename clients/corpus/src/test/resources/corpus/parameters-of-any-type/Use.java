package dev.forecourt.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.acme.api.*;
import dev.forecourt.acme.model.*;
import dev.forecourt.clients.corpus.Recorder;
import dev.forecourt.runtime.json.*;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

public class Use implements Consumer<Recorder> {
  @Override
  public void accept(Recorder wire) {
    AcmeClient client = AcmeClient.builder().transport(wire).build();
    ThingsService things = client.things();
    Json object = Json.parse("{\"c\":[1]}");
    List<Json> several = List.of(Json.of("a&b"), Json.of(2), object);

    things.find(
        Json.of("k"),
        ThingsService.FindQuery.builder()
            .any(object).list(several).lists(List.of(List.of(1L, 2L), List.of(3L))).joined(several)
            .free(Json.parse("{\"f\":{\"g\":1}}")).deep(Json.parse("{\"d\":{\"e\":[1,2]}}"))
            .ranges(List.of(Range.builder().min(1L).build()))
            .xAny(object).xList(several).xFree(object)
            .build());

    assertThat(wire.line()).isEqualTo("GET /a/k?c=1&list=a%26b&list=2&list=%7B%22c%22%3A%5B1%5D%7D"
        + "&lists=%5B1%2C2%5D&lists=%5B3%5D&joined=a%26b,2,%7B%22c%22%3A%5B1%5D%7D"
        + "&f=%7B%22g%22%3A1%7D&deep%5Bd%5D%5Be%5D=1&deep%5Bd%5D%5Be%5D=2&ranges%5Bmin%5D=1");
    assertThat(wire.header("X-Any")).isEqualTo("c,[1]");
    assertThat(wire.header("X-List")).isEqualTo("a&b,2,{\"c\":[1]}");
    assertThat(wire.header("X-Free")).isEqualTo("c,[1]");

    things.look(several, object);

    assertThat(wire.line()).isEqualTo("GET /b/a%26b,2,%7B%22c%22%3A%5B1%5D%7D/c,%5B1%5D");
  }
}
