package dev.forecourt.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EntityStoreTest {

  private final AtomicInteger serialised = new AtomicInteger();
  private final Table<Long, Thing> things =
      new Tables().add("things", RowType.of(Thing.class), Thing::id);
  private final EntityStore<Long, Thing> store =
      new EntityStore<>(things, thing -> thing.id() % 2 == 0 ? "even" : "odd", this::json);

  @Test
  void pagesWithATrueTotal() {
    add(7);

    assertThat(ids(store.page(null, 2, 3))).containsExactly("3", "4", "5");
    assertThat(ids(store.page(null, 3, 3))).containsExactly("6");
    assertThat(ids(store.page(null, 4, 3))).isEmpty();
    assertThat(ids(store.page(null, Long.MAX_VALUE, 3))).isEmpty();
    assertThat(store.page(thing -> thing.id() % 2 == 0, 1, 3).total()).isEqualTo(4);
  }

  @Test
  void pagesOneGroupOnly() {
    add(7);

    assertThat(ids(store.page("odd", null, 1, 10))).containsExactly("1", "3", "5");
    assertThat(ids(store.page("none", null, 1, 10))).isEmpty();
  }

  @Test
  void serialisesOnceUntilChanged() {
    add(1);

    store.json(0L);
    store.json(0L);
    assertThat(serialised).hasValue(1);

    store.touch(0L);
    store.json(0L);
    assertThat(serialised).hasValue(2);
  }

  @Test
  void keepsNoTextOfWhatWasJustCreated() {
    Thing thing = new Thing(7, "seven");
    store.put(thing);

    assertThat(new String(store.freshJson(thing), StandardCharsets.UTF_8)).isEqualTo("seven");
    assertThat(serialised).hasValue(1);
    store.json(7L);
    assertThat(serialised).hasValue(2);
  }

  @Test
  void showsAReplacementInEveryList() {
    add(3);

    store.put(new Thing(1, "new"));

    assertThat(store.find(1L)).isEqualTo(new Thing(1, "new"));
    assertThat(ids(store.page("odd", null, 1, 10))).containsExactly("new");
    assertThat(store.size()).isEqualTo(3);
  }

  @Test
  void listsARemovedEntityNowhere() {
    add(3);

    things.remove(1L);

    assertThat(ids(store.page(null, 1, 10))).containsExactly("0", "2");
    assertThat(ids(store.page("odd", null, 1, 10))).isEmpty();
    assertThat(store.json(1L)).isNull();
    assertThat(store.size()).isEqualTo(2);
  }

  private void add(int count) {
    IntStream.range(0, count).forEach(i -> store.put(new Thing(i, Integer.toString(i))));
  }

  private byte[] json(Thing thing) {
    serialised.incrementAndGet();
    return thing.text().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> ids(Page page) {
    return page.items().stream().map(each -> new String(each, StandardCharsets.UTF_8)).toList();
  }

  private record Thing(long id, String text) {}
}
