package dev.forecourt.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "\"\"",
        "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001F/€😀\"",
        "\"\\uD800 and \\uDC00\"",
        "0",
        "-0",
        "-0.0",
        "9.40",
        "1e3",
        "1E+3",
        "0.0000001",
        "12345678901234567890123",
        "1e999999999",
        "{\"a\":[1,{\"b\":null}],\"\":false}"
      })
  void writesTheTextThatItParsed(String json) {
    assertThat(Json.parse(json)).hasToString(json);
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is empty",
    "'  ', it is empty",
    "'{\"a\":1', no JSON: it ends too early at line 1",
    "'nul', no JSON: it cannot be read at line 1",
    "'[1,]', no JSON: it cannot be read at line 1",
    "'{\"a\":NaN}', no JSON: it cannot be read at line 1",
    "'1 2', something follows the JSON value"
  })
  void refusesWhatIsNoJsonAndQuotesNothing(String text, String reason) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("This JSON is no Json: " + reason);
  }

  @Test
  void quotesNothingOfWhatItCannotRead() {
    assertThatThrownBy(() -> Json.parse("{\"token\": s3cret}")).message().doesNotContain("s3cret");
  }

  @Test
  void followsPointers() {
    Json json = Json.parse("{\"a/b\":[{\"c~d\":7}],\"\":1}");

    assertThat(json.at("/a~1b/0/c~0d").flatMap(Json::number)).contains(BigDecimal.valueOf(7));
    assertThat(json.at("/")).contains(Json.of(1));
    assertThat(json.at("")).contains(json);
    assertThat(json.at("/a~1b/1")).isEmpty();
    assertThat(json.at("/a~1b/-")).isEmpty();
    assertThat(json.at("/a~1b/00")).isEmpty();
    assertThat(json.at("/x/y")).isEmpty();
    assertThatThrownBy(() -> json.at("a")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalsByMembersWhateverTheirOrderAndBySpellingOfNumbers() {
    assertThat(Json.parse("{\"a\":1,\"b\":2}")).isEqualTo(Json.parse("{\"b\":2,\"a\":1}"));
    assertThat(Json.parse("9.40")).isEqualTo(Json.of(new BigDecimal("9.40")));
    assertThat(Json.parse("9.40")).isNotEqualTo(Json.parse("9.4"));
    assertThat(Json.parse("1")).isNotEqualTo(Json.of("1"));
  }

  @Test
  void takesTheLastOfTwoMembersWithOneName() {
    assertThat(Json.parse("{\"a\":1,\"b\":2,\"a\":3}")).hasToString("{\"a\":3,\"b\":2}");
  }

  @Test
  void cannotBeChanged() {
    Map<String, Json> mine = new LinkedHashMap<>(Map.of("a", Json.TRUE));
    Json object = Json.object(mine);
    Json array = Json.array(Json.NULL);

    mine.put("b", Json.FALSE);

    assertThat(object.members()).containsOnlyKeys("a");
    assertThatThrownBy(() -> object.members().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> array.elements().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void isMadeOfJavaValues() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("text", "x");
    values.put("list", List.of(1, 2L, new BigDecimal("2.50"), 1.5, true));
    values.put("none", null);

    assertThat(Json.from(values))
        .hasToString("{\"text\":\"x\",\"list\":[1,2,2.50,1.5,true],\"none\":null}");
    assertThatThrownBy(() -> Json.from(new Object()))
        .hasMessage(
            "Cannot write a java.lang.Object as JSON. Expected a model, text, a number, a boolean,"
                + " a time, a list or a map.");
    assertThatThrownBy(() -> Json.from(Double.NaN))
        .hasMessage("JSON has no NaN. Expected a finite number.");
    assertThatThrownBy(() -> Json.number("0x1F")).isInstanceOf(IllegalArgumentException.class);
  }

  /** BigDecimal takes 15 seconds for the digits, and a program as long as it likes for the rest. */
  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "-1E+2147483648"})
  void countsWithNoNumberThatWouldStopAProgram(String spelling) {
    assertThat(Json.parse(spelling).number()).isEmpty();
    assertThat(Json.parse(spelling)).hasToString(spelling);
    assertThat(LooseNumber.of(spelling).value()).isEmpty();
    assertThat(VendorJson.read(spelling, LooseNumber.class).value()).isEmpty();
    assertThat(VendorJson.read("[" + spelling + "]", FilterValue.class).raw().elements())
        .hasSize(1);
  }

  @Test
  void keepsAMegabyteOfDigits() {
    String digits = "7".repeat(1 << 20);
    Json number = Json.parse(digits);
    LooseNumber text = VendorJson.read("\"" + digits + "\"", LooseNumber.class);

    assertThat(number.number()).isEmpty();
    assertThat(number.scalar()).contains(digits);
    assertThat(WireText.of(number)).isEqualTo(digits);
    assertThat(text.value()).isEmpty();
    assertThat(text.raw().text()).contains(digits);
    assertThat(VendorJson.read("\"" + digits + "\"", LooseBoolean.class).value()).isEmpty();
  }

  @Test
  void refusesToNestWithoutEnd() {
    String deepest = "[".repeat(Json.MOST_DEPTH) + "]".repeat(Json.MOST_DEPTH);

    assertThat(Json.parse(deepest)).hasToString(deepest);
    assertThatThrownBy(() -> Json.parse("[" + deepest + "]"))
        .isInstanceOf(UnreadableJsonException.class)
        .hasMessageContaining("nested");
    assertThatThrownBy(() -> Json.array(Json.parse(deepest)))
        .hasMessage("JSON may be nested 1000 levels deep, and this is deeper. Flatten it.");
  }

  @Test
  void givesOnlyWhatItIs() {
    assertThat(Json.of("7").number()).isEmpty();
    assertThat(Json.of(7).text()).isEmpty();
    assertThat(Json.of(7).scalar()).contains("7");
    assertThat(Json.TRUE.bool()).contains(true);
    assertThat(Json.NULL.scalar()).isEqualTo(Optional.empty());
    assertThat(Json.array().get("a")).isNull();
    assertThat(Json.object(Map.of()).elements()).isEmpty();
  }
}
