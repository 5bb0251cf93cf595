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

    ThingsService things = client.things();
    String two = "{\"data\":[{\"id\":%d},{\"id\":%d}],\"meta\":{\"total\":3,\"pages\":2,\"next\":%s}}";
    String one = "{\"data\":[{\"id\":3}],\"meta\":{\"total\":3,\"pages\":2,\"next\":null}}";

    wire.answer(two.formatted(1, 2, "null")).answer(one);
    assertThat(things.byOffset(ThingsService.ByOffsetQuery.builder().size(2).build()).stream().map(Thing::id)).containsExactly(1L, 2L, 3L);
    assertThat(lines(wire, 2)).containsExactly("/offset?size=2", "/offset?size=2&skip=2");

    wire.answer(two.formatted(1, 2, "null")).answer(one);
    assertThat(things.byOffset(ThingsService.ByOffsetQuery.builder().skip(10).size(2).build()).stream()).hasSize(3);
    assertThat(lines(wire, 2)).containsExactly("/offset?skip=10&size=2", "/offset?size=2&skip=12");

    wire.answer(two.formatted(1, 2, "null")).answer(one);
    assertThat(things.byPage().stream()).hasSize(3);
    assertThat(lines(wire, 2)).containsExactly("/page", "/page?p=1");

    wire.answer(two.formatted(1, 2, "\"c/2\"")).answer(one);
    assertThat(things.byCursor().stream()).hasSize(3);
    assertThat(lines(wire, 2)).containsExactly("/cursor", "/cursor?after=c%2F2");

    wire.answer(two.formatted(1, 2, "\"https://api.acme.example/cursor?after=x%20y&size=2\"")).answer(one);
    assertThat(things.byCursor().stream()).hasSize(3);
    assertThat(lines(wire, 2)).containsExactly("/cursor", "/cursor?after=x%20y&size=2");

    wire.answer("[\"a\"]", "Link", "</link?page=1>; rel=\"prev\", </link?page=2&q=z>; rel=\"next\"").answer("[\"b\"]", "Link", "</link?page=1>; rel=\"prev\"");
    assertThat(things.byLink(ThingsService.ByLinkQuery.builder().q("z").build()).stream()).containsExactly("a", "b");
    assertThat(lines(wire, 2)).containsExactly("/link?q=z", "/link?page=2&q=z");
  }

  private static List<String> lines(Recorder wire, int last) {
    List<String> all = wire.requests().stream().map(each -> each.uri().getRawPath() + (each.uri().getRawQuery() == null ? "" : "?" + each.uri().getRawQuery())).toList();
    return all.subList(all.size() - last, all.size());
  }
}
