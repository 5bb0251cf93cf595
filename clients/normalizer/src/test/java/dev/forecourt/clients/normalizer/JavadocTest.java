package dev.forecourt.clients.normalizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocTest {

  @Test
  void writesOneLineWhereItFits() {
    assertThat(Javadoc.comment("Town. ", 2)).isEqualTo("  /** Town. */");
  }

  @Test
  void breaksLinesAtAHundredColumnsAndNoInlineTag() {
    String text = "word ".repeat(17) + "{@code a b c d e f} and more.";

    assertThat(Javadoc.comment(text, 2))
        .isEqualTo(
            "  /**\n   * "
                + "word ".repeat(17).strip()
                + "\n   * {@code a b c d e f} and more.\n   */");
    assertThat(Javadoc.comment(text, 2).lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void partsParagraphsAndTags() {
    assertThat(Javadoc.comment("One.\n\nTwo.\n\n@param a first\n@param b second", 0))
        .isEqualTo("/**\n * One.\n *\n * <p>Two.\n *\n * @param a first\n * @param b second\n */");
  }

  @Test
  void makesCodeOfBackticksAndEscapesTheRest() {
    assertThat(Javadoc.escaped("`a<b>` is 1 & 2, <x>, me@x, */ {y}"))
        .isEqualTo(
            "{@code a<b>} is 1 {@literal &} 2, {@literal <}x{@literal >}, me{@literal @}x,"
                + " *{@literal /} {y}");
    assertThat(Javadoc.escaped("`{\"a\": 1}` and `x}` and `")).startsWith("{@code {\"a\": 1}}");
    assertThat(Javadoc.escaped("`x}` and `*/`")).doesNotContain("*/").doesNotContain("{@code");
  }
}
