package dev.forecourt.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FilterTest {

  @Test
  void isNoneWhenNothingWasAskedFor() {
    Filter<String> filter = new Filter<String>().when((String) null, String::startsWith);

    assertThat(filter.build()).isNull();
  }

  @Test
  void letsPassWhatMeetsAllThatWasAskedFor() {
    Filter<String> filter =
        new Filter<String>()
            .when("a", String::startsWith)
            .when("c", String::endsWith)
            .when((Integer) null, (row, length) -> row.length() == length);

    assertThat(Stream.of("abc", "ab", "bc", "ac").filter(filter.build()))
        .containsExactly("abc", "ac");
  }
}
