package dev.forecourt.runtime.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads header lines as tolerantly as browsers do: blanks before the colon do no harm, and a line
 * that is no header is skipped, instead of losing the whole answer for it.
 */
final class HeaderLines extends BasicLineParser {
  static final HeaderLines INSTANCE = new HeaderLines();

  private HeaderLines() {}

  @Override
  @SuppressWarnings("NullAway") // its caller keeps the null in an array, where we pass over it
  public @Nullable Header parseHeader(CharArrayBuffer line) {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      return null;
    }
    String name = line.substringTrimmed(0, colon);
    return name.isEmpty()
        ? null
        : new BasicHeader(name, text(line.substringTrimmed(colon + 1, line.length())));
  }

  /** Bytes as characters: UTF-8 where they are, as modern servers send it, ISO-8859-1 elsewhere. */
  static String text(String bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.charAt(i) >= 0x80) {
        byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
        try {
          return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException e) {
          return bytes;
        }
      }
    }
    return bytes;
  }
}
