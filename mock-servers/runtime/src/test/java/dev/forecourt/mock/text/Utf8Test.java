package dev.forecourt.mock.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class Utf8Test {

  @Test
  void readsAPartOfTheBytes() throws CharacterCodingException {
    assertThat(Utf8.decode(bytes("xParisx"), 1, 6)).isEqualTo("Paris");
    assertThat(Utf8.decode(bytes("xx"), 1, 1)).isEmpty();
    assertThat(Utf8.decode(bytes("é".repeat(50)), 0, 100)).isEqualTo("é".repeat(50));
    assertThat(Utf8.decode(bytes("a".repeat(100)), 0, 100)).isEqualTo("a".repeat(100));
  }

  @Test
  void givesTheSameStringForTheSameShortText() throws CharacterCodingException {
    String first = Utf8.decode(bytes("Renault"), 0, 7);

    assertThat(Utf8.decode(bytes("Renault"), 0, 7)).isSameAs(first);
  }

  /** "Aa" and "BB" have the same hash, and so the same place. */
  @Test
  void tellsTextsOfTheSamePlaceApart() throws CharacterCodingException {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());

    assertThat(Utf8.decode(bytes("Aa"), 0, 2)).isEqualTo("Aa");
    assertThat(Utf8.decode(bytes("BB"), 0, 2)).isEqualTo("BB");
    assertThat(Utf8.decode(bytes("Aa"), 0, 2)).isEqualTo("Aa");
  }

  @Test
  void refusesWhatIsNoUtf8() {
    assertThatExceptionOfType(CharacterCodingException.class)
        .isThrownBy(() -> Utf8.decode(new byte[] {'a', (byte) 0xC3, 'b'}, 0, 3));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
