package dev.forecourt.mock.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 strictly: bytes that are none are refused, never replaced. */
final class Utf8 {

  private Utf8() {}

  /** The text of some bytes. Throws {@link CharacterCodingException} when they are not UTF-8. */
  static String decode(byte[] bytes, int start, int end) throws CharacterCodingException {
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, start, end - start))
            .toString();
      }
    }
    // most texts are ASCII, and a decoder of its own costs more than such a text
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
