package dev.forecourt.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of one member, by hand what generated models do. */
class ToleranceTest {

  /** A model with one member of each type. */
  private record Thing(Map<String, Object> typed, Members members) implements JsonValue {
    @Override
    public void write(JsonOut out) {
      out.startObject(members);
      typed.forEach(out::member);
      out.endObject();
    }

    static @Nullable Thing read(JsonIn in) {
      if (!in.startObject()) {
        return null;
      }
      Map<String, Object> typed = new HashMap<>();
      Members.Builder members = new Members.Builder();
      while (in.nextMember(members)) {
        String name = in.name();
        if (!name.equals("own") && !name.equals("other")) {
          typed.put(name, value(name, in));
        } else if (in.spelled("own", typed.get("own"), members)) {
          typed.put("own", in.text());
        }
      }
      return new Thing(typed, members.build());
    }

    private static @Nullable Object value(String name, JsonIn in) {
      return switch (name) {
        case "int32" -> in.int32();
        case "int64" -> in.int64();
        case "decimal" -> in.decimal();
        case "double" -> in.float64();
        case "float" -> in.float32();
        case "bool" -> in.bool();
        case "text" -> in.text();
        case "date" -> in.date();
        case "time" -> in.dateTime();
        case "local" -> in.localDateTime();
        case "list" -> in.list(JsonIn::text);
        case "single" -> in.singleOrList(Thing::read);
        case "things" -> in.list(Thing::read);
        case "map" -> in.map(JsonIn::int64);
        default -> throw new IllegalArgumentException(name);
      };
    }
  }

  private static Reading<Thing> read(String json) {
    return Reading.of(json, Thing::read);
  }

  private static Object value(String member, String json) {
    return read("{\"" + member + "\":" + json + "}").value().typed().get(member);
  }

  private static Json kept(String member, String json) {
    return read("{\"" + member + "\":" + json + "}").value().members().unknown().get(member);
  }

  private static List<String> drifts(String json) {
    return read(json).drifts().stream().map(Drift::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "int32, 7",
    "int32, -2147483648",
    "int64, 9223372036854775807",
    "int64, -9223372036854775808",
    "bool, false"
  })
  void readsWhatFitsAndKeepsNothing(String member, String json) {
    assertThat(value(member, json)).hasToString(json);
    assertThat(kept(member, json)).isNull();
    assertThat(drifts("{\"" + member + "\":" + json + "}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "int32, 2147483648",
    "int32, 99999999999999999999",
    "int64, 9223372036854775808",
    "int64, 8.5",
    "int64, 1e19",
    "int64, 1e999999999",
    "decimal, 1e1001",
    "double, 1e999",
    "float, 1e39"
  })
  void doesNotCutNumbersToSize(String member, String json) {
    assertThat(value(member, json)).isNull();
    assertThat(kept(member, json)).hasToString(json);
    assertThat(drifts("{\"" + member + "\":" + json + "}")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "int32, 8.0, 8",
    "int64, 1e3, 1000",
    "int64, -0, 0",
    "decimal, 1E2, 1E+2",
    "decimal, 0.0000001, 1E-7",
    "double, 8, 8.0",
    "double, 8.50, 8.5"
  })
  void keepsTheSpellingOfNumbersAndCallsItNoDrift(String member, String json, String value) {
    assertThat(value(member, json)).hasToString(value);
    assertThat(kept(member, json)).hasToString(json);
    assertThat(drifts("{\"" + member + "\":" + json + "}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "int32, ' 12 ', 12",
    "int64, '12.0', 12",
    "decimal, '9.40', 9.40",
    "double, '8.5', 8.5",
    "bool, 'TRUE', true",
    "bool, '0', false",
    "bool, ' 1 ', true"
  })
  void readsTextThatIsCertainAndSaysSo(String member, String text, String value) {
    assertThat(value(member, "\"" + text + "\"")).hasToString(value);
    assertThat(kept(member, "\"" + text + "\"")).isEqualTo(Json.of(text));
    assertThat(drifts("{\"" + member + "\":\"" + text + "\"}")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"int64, ''", "int64, '1,5'", "decimal, 'NaN'", "bool, 'perhaps'", "bool, '2'"})
  void guessesNothingFromOtherText(String member, String text) {
    assertThat(value(member, "\"" + text + "\"")).isNull();
    assertThat(kept(member, "\"" + text + "\"")).isEqualTo(Json.of(text));
  }

  @Test
  void takesNoNumberForATime() {
    assertThat(value("time", "1767315840123")).isNull();
    assertThat(value("time", "\"1767315840123\"")).isNull();
    assertThat(value("local", "1767315840")).isNull();
    assertThat(value("date", "[2024,2,29]")).isNull();
    assertThat(drifts("{\"time\":1767315840123}"))
        .containsExactly("$.time: expected a time, found a number");
    assertThat(drifts("{\"time\":\"1767315840123\"}"))
        .containsExactly("$.time: expected a time with an offset, found text of another form");
  }

  @Test
  void readsTimesInTheirSpellings() {
    assertThat(value("time", "\"2024-02-29T10:00:00.500+0100\""))
        .isEqualTo(OffsetDateTime.parse("2024-02-29T10:00:00.5+01:00"));
    assertThat(value("time", "\"2024-02-29t10:00:00z\""))
        .isEqualTo(OffsetDateTime.parse("2024-02-29T10:00:00Z"));
    assertThat(value("time", "\"2024-02-29T10:00:00\"")).isNull();
    assertThat(value("local", "\"2024-02-29 10:00:00\""))
        .isEqualTo(LocalDateTime.of(2024, 2, 29, 10, 0));
    assertThat(value("local", "\"2024-02-30 10:00:00\"")).isNull();
    assertThat(value("date", "\"2024-02-29 00:00:00\"")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(value("date", "\"2023-02-29\"")).isNull();
    assertThat(kept("date", "\"2024-02-29 00:00:00\"")).isEqualTo(Json.of("2024-02-29 00:00:00"));
    assertThat(drifts("{\"time\":\"0001-01-01T00:00:00Z\"}")).isEmpty();
  }

  @Test
  void leavesOutElementsOfAnotherTypeAndKeepsThem() {
    String json = "{\"things\":[{\"int32\":1},false,null,{\"int32\":[]},{\"int32\":4}]}";

    Thing read = read(json).value();

    assertThat((List<?>) read.typed().get("things")).hasSize(3);
    assertThat(drifts(json))
        .containsExactly(
            "$.things[1]: expected an object, found a boolean",
            "$.things[2]: expected an object, found null",
            "$.things[3].int32: expected an integer of 32 bits, found an array");
  }

  @Test
  void leavesOutValuesOfAMapThatAreOfAnotherType() {
    String json = "{\"map\":{\"a\":1,\"b\":{},\"c\":\"3\",\"d\":null}}";

    assertThat(read(json).value().typed().get("map")).isEqualTo(Map.of("a", 1L, "c", 3L));
    assertThat(Json.object(Map.of("map", read(json).value().members().unknown().get("map"))))
        .isEqualTo(Json.parse(json));
    assertThat(drifts(json))
        .containsExactly(
            "$.map.b: expected an integer, found an object",
            "$.map.c: expected an integer, found text",
            "$.map.d: expected an integer, found null");
  }

  @Test
  void readsAListThatPhpWritesAsAnObject() {
    String json = "{\"list\":{\"0\":\"a\",\"2\":\"c\",\"7\":[]}}";

    assertThat(read(json).value().typed().get("list")).isEqualTo(List.of("a", "c"));
    assertThat(drifts(json))
        .containsExactly(
            "$.list: expected an array, found an object",
            "$.list.7: expected text, found an array");
    assertThat(value("list", "{\"error\":\"none\"}")).isNull();
  }

  @Test
  void readsOneObjectAsAListOnlyWhereTheContractSaysSo() {
    assertThat((List<?>) value("single", "{\"int32\":1}")).hasSize(1);
    assertThat(drifts("{\"single\":{\"int32\":1}}")).isEmpty();
    assertThat(value("things", "{\"int32\":1}")).isNull();
    assertThat(drifts("{\"things\":{\"int32\":1}}"))
        .containsExactly("$.things: expected an array, found an object");
  }

  @Test
  void takesTheLastOfTwoMembersWithOneName() {
    Thing good = read("{\"int32\":[],\"int32\":1}").value();
    Thing odd = read("{\"int32\":1,\"int32\":[]}").value();
    Thing none = read("{\"int32\":1,\"int32\":null}").value();

    assertThat(good.typed().get("int32")).isEqualTo(1);
    assertThat(good.members().unknown()).isEmpty();
    assertThat(odd.typed().get("int32")).isNull();
    assertThat(odd.members().unknown()).containsOnlyKeys("int32");
    assertThat(none.members().isNull("int32")).isTrue();
  }

  @Test
  void losesNeitherOfTwoSpellingsOfAMember() {
    Thing ownLast = read("{\"other\":\"a\",\"own\":\"b\"}").value();
    Thing ownFirst = read("{\"own\":\"b\",\"other\":\"a\"}").value();

    for (Thing thing : List.of(ownLast, ownFirst)) {
      assertThat(thing.typed().get("own")).isEqualTo("b");
      assertThat(thing.members().unknown()).isEqualTo(Map.of("other", Json.of("a")));
      assertThat(thing.members().spelling("own")).isEqualTo("own");
    }
    assertThat(read("{\"other\":\"a\"}").value().members().spelling("own")).isEqualTo("other");
  }

  @Test
  void namesAHundredDriftsAtMost() {
    String json = "{\"list\":[" + "{},".repeat(500) + "\"last\"]}";

    assertThat(read(json).drifts()).hasSize(100);
    assertThat(read(json).value().typed().get("list")).isEqualTo(List.of("last"));
  }

  @Test
  void holdsNoValueInADrift() {
    assertThat(drifts("{\"int64\":\"Jean Dupont\",\"date\":\"Jean Dupont\"}").toString())
        .doesNotContain("Dupont");
  }

  @Test
  void refusesARootOfAnotherType() {
    assertThatThrownBy(() -> read("[]"))
        .isInstanceOfSatisfying(
            UnreadableJsonException.class, e -> assertThat(e.path()).isEqualTo("$"))
        .hasMessage("expected an object and found an array");
    assertThatThrownBy(() -> read("null")).hasMessage("it is null");
  }

  @Test
  void findsAListBareWrappedOrNull() {
    JsonReader<BigDecimal> number = JsonIn::decimal;

    assertThat(Reading.listOf("[1,\"2\",{}]", number).value())
        .containsExactly(BigDecimal.ONE, BigDecimal.valueOf(2));
    assertThat(Reading.listOf("null", number).value()).isEmpty();
    assertThat(Reading.listOf("{\"b\":[2],\"a\":[1]}", number, "a", "b").value())
        .containsExactly(BigDecimal.ONE);
    assertThat(Reading.listOf("{\"a\":[[]]}", number, "a").drifts())
        .extracting(Drift::path)
        .containsExactly("$.a[0]");
    assertThatThrownBy(() -> Reading.listOf("{\"c\":[1]}", number, "a"))
        .hasMessage("expected an array and found an object");
    assertThatThrownBy(() -> Reading.listOf("7", number, "a"))
        .hasMessage("expected an array and found a number");
  }
}
