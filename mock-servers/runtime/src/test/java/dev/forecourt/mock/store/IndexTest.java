package dev.forecourt.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class IndexTest {

  private final Tables tables = new Tables();
  private final Table<String, Wheel> wheels =
      tables.add("wheels", RowType.of(Wheel.class), Wheel::id);
  private final Table<String, Car> cars = tables.add("cars", RowType.of(Car.class), Car::id);
  private final Index<String, Wheel> byCar = wheels.index(Wheel::car);
  private final AtomicInteger written = new AtomicInteger();

  @Test
  void findsRowsInTheOrderOfTheTable() {
    put("w1 a", "w2 b", "w3 a");

    assertThat(byCar.first("a")).isEqualTo(wheel("w1 a"));
    assertThat(byCar.last("a")).isEqualTo(wheel("w3 a"));
    assertThat(byCar.all("a")).containsExactly(wheel("w1 a"), wheel("w3 a"));
  }

  @Test
  void findsNothingForAnUnknownValueOrNone() {
    put("w1 a", "w2");

    assertThat(byCar.first("b")).isNull();
    assertThat(byCar.last(null)).isNull();
    assertThat(byCar.all(null)).isEmpty();
  }

  @Test
  void followsAChangedRowWhichKeepsItsPlace() {
    put("w1 a", "w2 b", "w3 b", "w1 b");

    assertThat(byCar.all("a")).isEmpty();
    assertThat(byCar.all("b")).containsExactly(wheel("w1 b"), wheel("w2 b"), wheel("w3 b"));
  }

  @Test
  void showsTheChangedRowUnderTheSameValue() {
    Index<Integer, Wheel> byLength = wheels.index(each -> each.id().length());
    put("w1 a", "w2 b", "w1 c");

    assertThat(byLength.all(2)).containsExactly(wheel("w1 c"), wheel("w2 b"));
  }

  @Test
  void forgetsRemovedRows() {
    put("w1 a", "w2 a", "w3 a");
    wheels.remove("w2");

    assertThat(byCar.all("a")).containsExactly(wheel("w1 a"), wheel("w3 a"));
    tables.clear();
    assertThat(byCar.all("a")).isEmpty();
  }

  @Test
  void findsRowsThatWereThereBefore() {
    put("w1 a");

    assertThat(wheels.index(Wheel::car).first("a")).isEqualTo(wheel("w1 a"));
  }

  @Test
  void findsARowByEachOfSeveralValues() {
    Index<String, Wheel> byLetter = wheels.indexAll(each -> List.of(each.id().split("")));
    put("ww a", "wx a");

    assertThat(byLetter.all("w")).containsExactly(wheel("ww a"), wheel("wx a"));
    wheels.remove("ww");
    assertThat(byLetter.all("w")).containsExactly(wheel("wx a"));
  }

  @Test
  void writesAnewWhatShowsAChangedRow() {
    EntityStore<String, Wheel> store = new EntityStore<>(wheels, this::json);
    cars.shownBy(byCar, Car::id);
    put("w1 a", "w2 b");
    store.page(null, 1, 10);

    cars.put(new Car("a", null));
    store.page(null, 1, 10);
    assertThat(written).hasValue(3);

    cars.remove("a");
    store.page(null, 1, 10);
    assertThat(written).hasValue(4);

    tables.clear();
    put("w1 a");
    store.page(null, 1, 10);
    assertThat(written).hasValue(5);
  }

  @Test
  void writesAnewTheOneRowThatShowsIt() {
    EntityStore<String, Car> store = new EntityStore<>(cars, this::json);
    cars.put(new Car("a", null));
    cars.put(new Car("b", null));
    wheels.shownBy(cars, Wheel::car);
    store.page(null, 1, 10);

    put("w1 a");
    store.page(null, 1, 10);
    assertThat(written).hasValue(3);

    put("w1 b");
    store.page(null, 1, 10);
    assertThat(written).as("of both, that before and that after").hasValue(5);
  }

  private byte[] json(Record row) {
    written.incrementAndGet();
    return row.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void put(String... texts) {
    for (String each : texts) {
      wheels.put(wheel(each));
    }
  }

  private static Wheel wheel(String text) {
    String[] parts = text.split(" ");
    return new Wheel(parts[0], parts.length > 1 ? parts[1] : null);
  }

  private record Wheel(String id, @Nullable String car) {}

  private record Car(String id, @Nullable String colour) {}
}
