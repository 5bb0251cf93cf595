package dev.forecourt.mock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.json.JsonWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of every type there is: written, read, refused. */
final class StateDocumentTest {

  private static final Visit VISIT =
      new Visit(
          7,
          "Éric \"\uD83D\uDE97\" \uD800",
          null,
          new Person("Ada", 3),
          List.of(new Person("Bea", null)),
          Map.of(Size.LARGE, 2L),
          new BigDecimal("1.50"),
          Instant.parse("2026-11-22T13:05:09.123Z"),
          LocalDate.parse("2026-11-22"),
          LocalDateTime.parse("2026-11-22T13:05"),
          true,
          "any");

  private final Tables tables = new Tables();
  private final Table<Long, Visit> visits =
      tables.add("visits", RowType.of(Visit.class), Visit::id);
  private final Table<String, Person> people =
      tables.add("people", RowType.of(Person.class), Person::name);

  @Test
  void readsWhatItHasWritten() {
    visits.put(VISIT);
    people.put(new Person("Ada", 3));
    String written = export();

    tables.clear();
    take(written);

    assertThat(visits.rows()).containsExactly(VISIT);
    assertThat(export()).isEqualTo(written);
  }

  @Test
  void leavesTablesThatAreNotGiven() {
    visits.put(VISIT);
    people.put(new Person("Ada", 3));

    take("{\"people\":[]}");

    assertThat(visits.rows()).containsExactly(VISIT);
    assertThat(people.rows()).isEmpty();
  }

  @Test
  void takesNothingBeforeAllIsChecked() {
    people.put(new Person("Ada", 3));

    assertThatExceptionOfType(StateProblem.class)
        .isThrownBy(() -> take("{\"people\":[{\"name\":\"Bea\"},{\"name\":5}]}"));

    assertThat(people.rows()).containsExactly(new Person("Ada", 3));
  }

  @Test
  void takesAMissingFieldThatMayBeNull() {
    take("{\"people\":[{\"name\":\"Bea\"}]}");

    assertThat(people.rows()).containsExactly(new Person("Bea", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[] | not an object with an array of rows for each table: it must be an object",
        "{\"people\":{}} | not an object with an array of rows for each table: 'people' must be an array",
        "{\"peolpe\":[]} | table 'peolpe' is not known; nearest is 'people'. Known: visits, people",
        "{\"people\":[7]} | table 'people', row 1: must be an object but was '7'",
        "{\"people\":[{\"name\":\"A\"},{\"nam\":\"B\"}]} | table 'people', row 2: field 'nam' is not known; nearest is 'name'",
        "{\"people\":[{\"age\":3}]} | table 'people', row 1: field 'name' is required but was missing or null",
        "{\"people\":[{\"name\":\"A\",\"age\":3.5}]} | table 'people', row 1: field 'age' must be a whole number but was '3.5'",
        "{\"people\":[{\"name\":\"A\",\"age\":3000000000}]} | table 'people', row 1: field 'age' must be a whole number but was '3000000000'",
        "{\"people\":[{\"name\":\"\"}]} | table 'people', row 1: a name must not be empty",
        "{\"people\":[{\"name\":\"A\"},{\"name\":\"A\"}]} | table 'people', row 2: has the same key as another row: A",
      })
  void namesTableRowFieldAndWhatWasExpected(String json, String message) {
    assertThatExceptionOfType(StateProblem.class).isThrownBy(() -> take(json)).withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"guest\":{\"name\":\"Ada\",\"age\":3} | \"guest\":{\"name\":\"\"} | field 'guest': a name must not be empty",
        "\"guest\":{\"name\":\"Ada\" | \"guest\":{\"name\":[] | field 'guest.name' must be a text but was an array of 0",
        "\"Bea\" | null | field 'others[0].name' is required but was missing or null",
        "\"LARGE\" | \"HUGE\" | field 'sizes.HUGE' must be one of SMALL, LARGE but was 'HUGE'",
        "1.50 | \"1.50\" | field 'price' must be a number but was '1.50'",
        "\"2026-11-22\" | \"22/11/2026\" | field 'day' must be a day like 2026-01-31 but was '22/11/2026'",
        "13:05:09.123Z | 13:05 | field 'moment' must be a time like 2026-01-31T09:30:00Z but was '2026-11-22T13:05'",
        "true | 1 | field 'open' must be true or false but was '1'",
      })
  void namesThePlaceInsideARow(String good, String bad, String message) {
    visits.put(VISIT);
    String json = export();
    assertThat(json).contains(good);

    assertThatExceptionOfType(StateProblem.class)
        .isThrownBy(() -> take(json.replace(good, bad)))
        .withMessage("table 'visits', row 1: " + message);
  }

  private String export() {
    return new String(JsonWriter.object(tables::write), StandardCharsets.UTF_8);
  }

  private void take(String json) {
    StateDocument.read(json.getBytes(StandardCharsets.UTF_8), tables).replaceTables();
  }

  private enum Size {
    SMALL,
    LARGE
  }

  private record Person(String name, @Nullable Integer age) {
    private Person {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a name must not be empty");
      }
    }
  }

  private record Visit(
      long id,
      String text,
      @Nullable String nothing,
      Person guest,
      List<Person> others,
      Map<Size, Long> sizes,
      BigDecimal price,
      Instant moment,
      LocalDate day,
      LocalDateTime time,
      boolean open,
      Object any) {}
}
