package dev.forecourt.mock.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 strictly: bytes that are none are refused, never replaced. Short texts that come
 * again and again, such as a country, are read into one and the same string, so that many stored
 * requests take less memory.
 */
final class Utf8 {

  private static final int SHORT = 40;
  // by the last bits of the hash; a text that comes later takes the place of the one before
  private static final @Nullable String[] LATEST = new String[1024];

  private Utf8() {}

  /** The text of some bytes. Throws {@link CharacterCodingException} when they are not UTF-8. */
  static String decode(byte[] bytes, int start, int end) throws CharacterCodingException {
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
    String latest = LATEST[place];
    if (latest == null || !isSame(latest, hash, bytes, start, end)) {
      latest = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
      // threads may overwrite each other's: either string is right
      LATEST[place] = latest;
    }
    return latest;
  }

  /** Whether a text is that of some ASCII bytes; its own hash is made the same way. */
  private static boolean isSame(String text, int hash, byte[] bytes, int start, int end) {
    if (text.hashCode() != hash || text.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (text.charAt(i - start) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
