package dev.forecourt.mock.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UrlEncodedTest {

  @Test
  void readsNamesAndValues() {
    assertThat(UrlEncoded.parse("a=1&b=&c&a=2&services%5B%5D=vo&t=%C3%A9+%2B%26&&x=y=z"))
        .isEqualTo(
            Map.of(
                "a", List.of("1", "2"),
                "b", List.of(""),
                "c", List.of(""),
                "services[]", List.of("vo"),
                "t", List.of("é +&"),
                "x", List.of("y=z")));
  }

  @Test
  void readsNothingFromNothing() {
    assertThat(UrlEncoded.parse(null)).isEmpty();
    assertThat(UrlEncoded.parse("")).isEmpty();
    assertThat(UrlEncoded.parse("&")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a=%, '''%'' is not valid percent-encoding'",
    "a=%4, '''%4'' is not valid percent-encoding'",
    "a=%zz, '''%zz'' is not valid percent-encoding'",
    "a=%ff, '''%ff'' is not UTF-8'",
    "%C3=1, '''%C3'' is not UTF-8'",
  })
  void refusesWhatItWouldHaveToGuess(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UrlEncoded.parse(text))
        .withMessage(message);
  }

  @Test
  void doesNotReadMoreThanAThousandFields() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UrlEncoded.parse("a=1&".repeat(1001)))
        .withMessage("more than 1000 fields");
  }

  @Test
  void doesNotTakeAPlusForASpaceInAPath() {
    assertThat(PercentDecoder.segment("a+b%20c%2Fd")).isEqualTo("a+b c/d");
  }
}
