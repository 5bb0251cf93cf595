package dev.forecourt.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SharedTextsTest {

  private final SharedTexts texts = new SharedTexts();

  @Test
  void keepsAShortTextOnce() {
    String first = fresh("sent");

    assertThat(texts.shared(first)).isSameAs(first);
    assertThat(texts.shared(fresh("sent"))).isSameAs(first);
    assertThat(texts.shared(fresh("wait"))).isEqualTo("wait");
  }

  @Test
  void doesNotKeepALongOne() {
    texts.shared(fresh("x".repeat(25)));
    String other = fresh("x".repeat(25));

    assertThat(texts.shared(other)).isSameAs(other);
  }

  @Test
  void givesEqualTextsHoweverManyThereAre() {
    assertThat(IntStream.range(0, 5000).mapToObj(i -> texts.shared("t" + i)))
        .containsExactlyElementsOf(IntStream.range(0, 5000).mapToObj(i -> "t" + i).toList());
  }

  private static String fresh(String text) {
    return new String(text.toCharArray());
  }
}
