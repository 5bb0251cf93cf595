package dev.forecourt.mock.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {

  @Test
  void keepsNumbersExact() throws JsonProblem {
    assertThat(read("[1, 9223372036854775808, 1.10]"))
        .isEqualTo(List.of(1L, new BigInteger("9223372036854775808"), new BigDecimal("1.10")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "1 2",
        "nul",
        "NaN",
        "'a'",
        "// x\n1",
        "\"\\x\""
      })
  void refusesWhatIsNotJson(String text) {
    assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> read(text));
  }

  @Test
  void refusesDepthWithoutEnd() {
    assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> read("[".repeat(100_000)));
  }

  @Test
  void saysWhere() {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> read("{\n \"a\": x}"))
        .withMessageContaining("(line 2, column 7)");
  }

  private static Object read(String text) throws JsonProblem {
    return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Such a number is valid JSON, and takes minutes to calculate with or cannot be held at all. */
  @Test
  void refusesExponentsOfMoreThanThreeDigits() throws JsonProblem {
    for (String number : List.of("1e99999999999", "1E-2147483648", "-1.5e+1000", "1e4711")) {
      assertThatExceptionOfType(JsonProblem.class)
          .as(number)
          .isThrownBy(
              () -> JsonReader.read(("{\"a\":" + number + "}").getBytes(StandardCharsets.UTF_8)))
          .withMessage("Number with an exponent of more than 3 digits (line 1, column 6)");
    }
    assertThat(JsonReader.read("1e0000999".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new BigDecimal("1e999"));
  }

  @Test
  void refusesMoreValuesThanMemoryIsMeantFor() {
    String many = "[" + "{},".repeat(75_000) + "{}]";

    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> JsonReader.read(many.getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith("Token count (150001) exceeds the maximum allowed (150000");
  }
}
