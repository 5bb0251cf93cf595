package dev.forecourt.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseNumberTest {

  @ParameterizedTest
  @CsvSource({
    "239143, 239143",
    "9.40, 9.40",
    "'\"9.40\"', 9.40",
    "'\" 7 \"', 7",
    "-1.118, -1.118",
    "12345678901234567890, 12345678901234567890"
  })
  void readsNumbersAndTextThatIsANumber(String json, BigDecimal expected) {
    LooseNumber read = VendorJson.read(json, LooseNumber.class);

    assertThat(read.value()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true", "null", "\"\"", "\" \"", "\"n/a\"", "[]", "{}"})
  void hasNoValueWhereThereIsNoNumber(String json) {
    LooseNumber read = VendorJson.read(json, LooseNumber.class);

    assertThat(read.value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"239143", "9.40", "\"9.40\"", "false", "null", "\"\"", "1E+3", "9007199254740993"})
  void writesTheJsonThatItRead(String json) {
    LooseNumber read = VendorJson.read(json, LooseNumber.class);

    assertThat(VendorJson.write(read)).isEqualTo(json);
  }

  @Test
  void equalsWhatIsReadFromTheSameJson() {
    List<LooseNumber> made =
        List.of(
            LooseNumber.of(5),
            LooseNumber.of(5_000_000_000L),
            LooseNumber.of(new BigDecimal("9.40")),
            LooseNumber.of("9.40"),
            LooseNumber.ofFalse(),
            LooseNumber.ofNull());

    for (LooseNumber number : made) {
      LooseNumber read = VendorJson.read(VendorJson.write(number), LooseNumber.class);
      assertThat(read).isEqualTo(number).hasSameHashCodeAs(number).hasToString(number.toString());
    }
  }

  @Test
  void doesNotEqualAnotherSpellingOfTheSameNumber() {
    assertThat(LooseNumber.of("5")).isNotEqualTo(LooseNumber.of(5));
  }
}
