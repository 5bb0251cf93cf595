package dev.forecourt.mock.credentials;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Finds a text in a URL or a form, whichever of its characters are percent-encoded there. */
final class Encoded {

  private Encoded() {}

  /** Whether a text may hold anything that is encoded. */
  static boolean mayBe(String text) {
    return text.indexOf('%') >= 0 || text.indexOf('+') >= 0;
  }

  /** Those that the text holds once it is decoded, with a plus sign as it is or as a space. */
  static List<String> hidden(List<String> keys, String text) {
    String decoded = decoded(text);
    String ofAForm = decoded(text.replace('+', ' '));
    return keys.stream().filter(key -> decoded.contains(key) || ofAForm.contains(key)).toList();
  }

  /** What is no encoding stays as it is. */
  private static String decoded(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low < 0) {
        out.write(bytes[i]);
      } else {
        out.write(high * 16 + low);
        i += 2;
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A regular expression that fits the text, encoded in full, in part or not at all. */
  static String pattern(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(each -> character(Character.toString(each), out));
    return out.toString();
  }

  private static void character(String one, StringBuilder out) {
    out.append("(?:").append(Pattern.quote(one)).append('|');
    for (byte each : one.getBytes(StandardCharsets.UTF_8)) {
      out.append("(?i:%").append("%02x".formatted(each)).append(')');
    }
    out.append(one.equals(" ") ? "|\\+)" : ")");
  }
}
