package dev.forecourt.mock.contract;

import dev.forecourt.mock.text.Shown;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict percent-decoding: what is not valid is refused instead of guessed. */
final class PercentDecoder {

  private PercentDecoder() {}

  /** Decodes a path segment. Throws {@link IllegalArgumentException} saying what is wrong. */
  public static String segment(String text) {
    return decode(text, false);
  }

  /** Decodes a name or value of a query or form, where a plus means a space. Throws the same. */
  static String form(String text) {
    return decode(text, true);
  }

  private static String decode(String text, boolean plusIsSpace) {
    if (isPlain(text, plusIsSpace)) {
      return text;
    }
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    byte[] target = new byte[source.length];
    int length = 0;
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '%') {
        target[length++] = (byte) hexPair(source, i, text);
        i += 2;
      } else {
        target[length++] = plusIsSpace && source[i] == '+' ? (byte) ' ' : source[i];
      }
    }
    return utf8(target, length, text);
  }

  private static boolean isPlain(String text, boolean plusIsSpace) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || c > 0x7f || (plusIsSpace && c == '+')) {
        return false;
      }
    }
    return true;
  }

  private static int hexPair(byte[] source, int at, String text) {
    int high = at + 2 < source.length ? Character.digit(source[at + 1], 16) : -1;
    int low = at + 2 < source.length ? Character.digit(source[at + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw new IllegalArgumentException("'" + Shown.cut(text) + "' is not valid percent-encoding");
    }
    return high * 16 + low;
  }

  private static String utf8(byte[] bytes, int length, String text) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("'" + Shown.cut(text) + "' is not UTF-8", e);
    }
  }
}
