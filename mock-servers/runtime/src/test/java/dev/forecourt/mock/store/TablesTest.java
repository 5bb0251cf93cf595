package dev.forecourt.mock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.memory.Budget;
import dev.forecourt.mock.memory.Budgets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class TablesTest {

  private final Tables tables = new Tables();
  private final Table<String, Thing> things =
      tables.add("things", RowType.of(Thing.class), Thing::id);
  private final Ids ids = new Ids(tables);

  @Test
  void writesTheChangesSinceTheLastCommitOnly() {
    things.put(new Thing("a", 1));
    tables.track(() -> {});
    assertThat(tables.isChanged()).isFalse();

    things.put(new Thing("b", 2));
    things.put(new Thing("c", 3));
    things.remove("a");

    assertThat(changes())
        .isEqualTo(
            "{\"removed\":{\"things\":[\"a\"]},"
                + "\"rows\":{\"things\":[{\"id\":\"b\",\"n\":2},{\"id\":\"c\",\"n\":3}]}}");
    tables.forgetChanges();
    assertThat(tables.isChanged()).isFalse();
  }

  /** Whatever is done between commits, whoever makes the changes after them has the same rows. */
  @RepeatedTest(200)
  void repeatsChangesInTheSameOrder(RepetitionInfo repetition) throws JsonProblem {
    Random random = new Random(repetition.getCurrentRepetition());
    Tables copy = new Tables();
    copy.add("things", RowType.of(Thing.class), Thing::id).atMost(6);
    new Ids(copy);
    things.atMost(6);
    tables.track(() -> {});

    for (int commit = 0; commit < 10; commit++) {
      for (int i = random.nextInt(6); i > 0; i--) {
        String id = String.valueOf((char) ('a' + random.nextInt(8)));
        if (random.nextInt(3) == 0) {
          things.remove(id);
        } else {
          things.put(new Thing(id, ids.next("thing")));
        }
      }
      copy.apply((Map<?, ?>) JsonReader.readDeep(tables.changes()));
      tables.forgetChanges();
      assertThat(export(copy)).isEqualTo(export(tables));
    }
  }

  @Test
  void readsWhatComesLaterWhenItIsNeeded() {
    List<String> reads = new ArrayList<>();
    tables.fillLater(() -> document(reads));
    assertThat(reads).isEmpty();

    tables.fill();
    tables.fill();

    assertThat(reads).containsExactly("read");
    assertThat(things.rows()).containsExactly(new Thing("a", 1));
  }

  @Test
  void readsWhatComesLaterBeforeARowIsLookedFor() {
    tables.fillLater(() -> document(new ArrayList<>()));

    assertThat(things.find("a")).isEqualTo(new Thing("a", 1));
  }

  @Test
  void readsWhatComesLaterBeforeAnIndexIsAsked() {
    Index<Long, Thing> byNumber = things.index(Thing::n);
    tables.fillLater(() -> document(new ArrayList<>()));

    assertThat(byNumber.all(1L)).containsExactly(new Thing("a", 1));
  }

  @Test
  void readsWhatComesLaterBeforeARowIsPut() {
    tables.fillLater(() -> document(new ArrayList<>()));

    things.put(new Thing("b", 2));

    assertThat(things.rows()).containsExactly(new Thing("a", 1), new Thing("b", 2));
  }

  @Test
  void readsWhatComesLaterBeforeARowIsRemoved() {
    tables.fillLater(() -> document(new ArrayList<>()));

    assertThat(things.remove("a")).isEqualTo(new Thing("a", 1));

    assertThat(things.rows()).isEmpty();
  }

  @Test
  void doesNotReadWhatComesLaterForATableThatStartsEmpty() {
    List<String> reads = new ArrayList<>();
    Table<String, Thing> others =
        tables.add("others", RowType.of(Thing.class), Thing::id).startsEmpty();
    tables.fillLater(() -> document(reads));

    assertThat(others.rows()).isEmpty();

    assertThat(reads).isEmpty();
  }

  @Test
  void countsOnFromTheIdsThatComeLater() {
    ids.avoid("thing", things, Thing::n);
    tables.fillLater(() -> document(new ArrayList<>()));

    assertThat(ids.next("thing")).isEqualTo(2);
  }

  @Test
  void letsWhoListensReadWhileWhatComesLaterIsPutIn() {
    List<Integer> sizes = new ArrayList<>();
    things.onChange((before, after) -> sizes.add(things.size()), () -> {});
    tables.fillLater(() -> document(new ArrayList<>()));

    things.rows();

    assertThat(sizes).containsExactly(1);
  }

  @Test
  void readsWhatComesLaterBeforeAnythingElseIsPutIn() {
    List<String> reads = new ArrayList<>();
    tables.fillLater(() -> document(reads));
    byte[] imported = "{\"last_ids\":[{\"kind\":\"x\",\"id\":7}]}".getBytes(StandardCharsets.UTF_8);

    StateDocument.read(imported, tables).replaceTables();

    assertThat(things.rows()).containsExactly(new Thing("a", 1));
    assertThat(ids.next("x")).isEqualTo(8);
  }

  @Test
  void readsNoFurtherThanTheTableThatIsNeeded() {
    tables.fillLater(
        () ->
            "{\"things\":[{\"id\":\"a\",\"n\":1}],\"last_ids\":[{\"not\":\"read\"}]}"
                .getBytes(StandardCharsets.UTF_8));

    tables.fill(things);

    assertThat(things.rows()).containsExactly(new Thing("a", 1));
    assertThatExceptionOfType(StateProblem.class).isThrownBy(() -> ids.next("x"));
  }

  @Test
  void readsTheRestWhenMoreIsNeeded() {
    tables.fillLater(
        () ->
            "{\"things\":[{\"id\":\"a\",\"n\":1}],\"last_ids\":[{\"kind\":\"x\",\"id\":7}]}"
                .getBytes(StandardCharsets.UTF_8),
        () -> things.put(new Thing("z", 9)));
    tables.fill(things);
    assertThat(things.size()).isEqualTo(1);

    tables.fill();
    tables.fill(things);

    assertThat(things.rows()).containsExactly(new Thing("a", 1), new Thing("z", 9));
    assertThat(ids.next("x")).isEqualTo(8);
  }

  @Test
  void staysEmptyAndTriesAgainWhenThereWasNoRoomForWhatComesLater() {
    Budget budget = new Budgets(1 << 20, 25).state();
    tables.share().moveTo(budget);
    budget.take(budget.limit());
    tables.fillLater(() -> document(new ArrayList<>()));

    assertThatExceptionOfType(StateTooLarge.class).isThrownBy(things::rows);
    assertThat(tables.share().bytes()).isZero();
    budget.give(budget.limit());

    assertThat(things.rows()).containsExactly(new Thing("a", 1));
  }

  @Test
  void writesWhatComesLater() {
    tables.fillLater(() -> document(new ArrayList<>()));

    assertThat(new String(JsonWriter.object(tables::write), StandardCharsets.UTF_8))
        .isEqualTo("{\"things\":[{\"id\":\"a\",\"n\":1}],\"last_ids\":[]}");
  }

  @Test
  void forgetsWhatWasToComeWhenCleared() {
    tables.fillLater(() -> document(new ArrayList<>()));

    tables.clear();
    tables.fill();

    assertThat(things.rows()).isEmpty();
  }

  private static byte[] document(List<String> reads) {
    reads.add("read");
    return "{\"things\":[{\"id\":\"a\",\"n\":1}]}".getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void keepsOnlyTheLastRowsWhenToldTo() {
    things.atMost(2);

    List.of("a", "b", "c").forEach(id -> things.put(new Thing(id, 1)));

    assertThat(things.rows()).extracting(Thing::id).containsExactly("b", "c");
  }

  @Test
  void tellsOfEveryChange() {
    List<String> told = new ArrayList<>();
    things.onChange((before, after) -> told.add(before + " > " + after), () -> told.add("empty"));

    things.put(new Thing("a", 1));
    things.put(new Thing("a", 2));
    things.remove("a");
    things.remove("a");
    tables.clear();

    assertThat(told)
        .containsExactly(
            "null > Thing[id=a, n=1]",
            "Thing[id=a, n=1] > Thing[id=a, n=2]",
            "Thing[id=a, n=2] > null",
            "empty");
  }

  @Test
  void givesNoIdTwice() {
    ids.avoid("thing", things, Thing::n);
    things.put(new Thing("a", 7));

    assertThat(ids.next("thing")).isEqualTo(8);
    things.put(new Thing("b", 8));
    things.remove("b");
    assertThat(ids.next("thing")).isEqualTo(9);
    ids.start("other", 40);
    assertThat(ids.next("other")).isEqualTo(41);
  }

  @Test
  void fitsTheRowsThatCameLaterOnceTheyAreThere() {
    tables.fillLater(
        () -> "{\"things\":[{\"id\":\"a\",\"n\":1}]}".getBytes(StandardCharsets.UTF_8),
        () -> things.put(new Thing("b", things.size() + 1)));

    tables.fill();
    tables.fill();

    assertThat(things.rows()).containsExactly(new Thing("a", 1), new Thing("b", 2));
  }

  @Test
  void givesNoIdThatRowsAreFoundBy() {
    Table<Long, Thing> numbered = tables.add("numbered", RowType.of(Thing.class), Thing::n);
    ids.avoid("numbered", numbered);

    numbered.put(new Thing("a", 7));

    assertThat(ids.next("numbered")).isEqualTo(8);
  }

  private String changes() {
    return new String(tables.changes(), StandardCharsets.UTF_8);
  }

  private static String export(Tables tables) {
    return new String(JsonWriter.object(tables::write), StandardCharsets.UTF_8);
  }

  private record Thing(String id, long n) {}
}
