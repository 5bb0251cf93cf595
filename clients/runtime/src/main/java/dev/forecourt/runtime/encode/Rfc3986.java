package dev.forecourt.runtime.encode;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Percent-encoding of everything but unreserved characters, byte for byte as npm's qs does it. */
public final class Rfc3986 {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  /** Half of a surrogate pair: no character, so UTF-8 has no bytes for it. */
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private Rfc3986() {}

  public static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    // Java would send '?' for half a pair, which is a character that text may well hold
    String whole = HALF.matcher(text).replaceAll("\uFFFD");
    for (byte octet : whole.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(octet) >= 0) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HEX[(octet >> 4) & 0xF]).append(HEX[octet & 0xF]);
      }
    }
    return encoded.toString();
  }
}
