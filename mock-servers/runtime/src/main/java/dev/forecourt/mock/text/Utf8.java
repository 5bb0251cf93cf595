package dev.forecourt.mock.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 strictly: bytes that are none are refused, never replaced. Short texts that come
 * again and again, such as a country, are read into one and the same string, so that many stored
 * requests take less memory.
 */
public final class Utf8 {

  private static final int SHORT = 40;
  // by the last bits of the hash; a text that comes later takes the place of the one before
  private static final @Nullable Known[] LATEST = new Known[1024];

  private Utf8() {}

  /** The text of some bytes. Throws {@link CharacterCodingException} when they are not UTF-8. */
  public static String decode(byte[] bytes, int start, int end) throws CharacterCodingException {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
      if (bytes[i] < 0) {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, start, end - start))
            .toString();
      }
    }
    // most texts are ASCII, and a decoder of its own costs more than such a text
    if (end - start > SHORT) {
      return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
    int place = hash & (LATEST.length - 1);
    Known latest = LATEST[place];
    if (latest == null || !Arrays.equals(latest.ascii, 0, latest.ascii.length, bytes, start, end)) {
      latest =
          new Known(
              new String(bytes, start, end - start, StandardCharsets.ISO_8859_1),
              Arrays.copyOfRange(bytes, start, end));
      // threads may overwrite each other's: either text is right
      LATEST[place] = latest;
    }
    return latest.text;
  }

  /** A text and the bytes it was read from, which are quicker to compare than its characters. */
  private static final class Known {
    private final String text;
    private final byte[] ascii;

    Known(String text, byte[] ascii) {
      this.text = text;
      this.ascii = ascii;
    }
  }
}
