package dev.forecourt.mock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {

  private static final List<String> KNOWN =
      List.of("kilometers", "limit", "page", "brands[]", "de");

  @ParameterizedTest
  @CsvSource({
    "kilometres, kilometers",
    "KILOMETERS, kilometers",
    "Limit, limit",
    "pag, page",
    "brand, brands[]",
    "brand[], brands[]",
    "DE, de",
  })
  void namesTheNearest(String name, String nearest) {
    assertThat(Spelling.hint(name, KNOWN)).isEqualTo(" (nearest is '" + nearest + "')");
  }

  @ParameterizedTest
  @CsvSource({"wheels", "p", "dx", "bridge", "''"})
  void namesNoneThatIsAnotherWord(String name) {
    assertThat(Spelling.hint(name, KNOWN)).isEmpty();
  }

  @Test
  void doesNotCompareWhatNobodyMistypes() {
    assertThat(Spelling.hint("k".repeat(61), List.of("k".repeat(62)))).isEmpty();
  }
}
