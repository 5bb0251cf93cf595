package dev.forecourt.runtime.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Finds a secret in text in the spellings of URLs, JSON and HTML, each character in its own.
 *
 * <p>Vendors repeat a key as their libraries write it: PHP puts a backslash before each slash in
 * JSON.
 */
final class SecretInText {
  /**
   * From here on the begin of a secret counts: Jackson and our own messages cut off long quotes.
   */
  private static final int LONG_ENOUGH = 16;

  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

  private SecretInText() {}

  /** Where the secret that begins here ends, or -1 if none does. */
  static int end(String text, int start, String secret) {
    return Math.max(end(text, start, secret, false), end(text, start, secret, true));
  }

  /** A secret may hold what looks like an encoding, so both readings are tried. */
  private static int end(String text, int start, String secret, boolean plainFirst) {
    int at = start;
    for (int i = 0; i < secret.length(); i += Character.charCount(secret.codePointAt(i))) {
      String sign = Character.toString(secret.codePointAt(i));
      int encoded = encodedLength(text, at, sign);
      boolean plain = text.startsWith(sign, at);
      if (plain && (plainFirst || encoded == 0)) {
        at += sign.length();
      } else if (encoded > 0) {
        at += encoded;
      } else {
        return i >= LONG_ENOUGH ? at : -1;
      }
    }
    return at;
  }

  /** Length of this sign here in an encoded form; zero if it is not here. */
  private static int encodedLength(String text, int at, String sign) {
    if (at >= text.length()) {
      return 0;
    }
    return switch (text.charAt(at)) {
      case '%' -> lengthOf(percent(sign), text, at);
      case '\\' -> Math.max(lengthOf("\\" + sign, text, at), lengthOf(unicode(sign), text, at));
      case '&' -> entityLength(text, at, sign);
      default -> 0;
    };
  }

  private static int lengthOf(String encoded, String text, int at) {
    return text.regionMatches(true, at, encoded, 0, encoded.length()) ? encoded.length() : 0;
  }

  private static String percent(String sign) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : sign.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
    }
    return encoded.toString();
  }

  private static String unicode(String sign) {
    StringBuilder escaped = new StringBuilder();
    sign.chars().forEach(unit -> escaped.append(String.format(Locale.ROOT, "\\u%04X", unit)));
    return escaped.toString();
  }

  /** {@code &amp;}, {@code &#39;} or {@code &#x27;}. */
  private static int entityLength(String text, int at, String sign) {
    int end = text.indexOf(';', at);
    if (end < 0 || end - at > 9) {
      return 0;
    }
    String name = text.substring(at + 1, end);
    boolean same =
        name.matches("#0*" + sign.codePointAt(0))
            || name.matches("(?i)#x0*" + Integer.toHexString(sign.codePointAt(0)))
            || sign.equals(ENTITIES.get(name));
    return same ? end + 1 - at : 0;
  }
}
