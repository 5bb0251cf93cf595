package dev.forecourt.mock.credentials;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is a secret by its name, in headers, forms and JSON, whatever its value. */
final class SecretNames {

  // at the end: token_type says nothing, access_token does
  private static final String NAME =
      "(?i:password|passwd|pwd|secret|token|jwt|api[_-]?key|private[_-]?key|authorization|jeton)";
  private static final Set<String> HEADERS =
      Set.of("authorization", "proxy-authorization", "cookie", "set-cookie");

  private static final Pattern HEADER = Pattern.compile("[\\w.-]*" + NAME);
  private static final Pattern IN_JSON =
      Pattern.compile("\"[\\w.-]{0,40}" + NAME + "\"\\s{0,40}:\\s{0,40}");
  private static final Pattern IN_FORM =
      Pattern.compile("((?:^|&)[^=&]{0,80}" + NAME + "(?:\\]|(?i:%5d))?=)[^&]+");
  private static final Pattern IN_MULTIPART =
      Pattern.compile("(name=\"[^\"\\r\\n]{0,80}" + NAME + "\\]?\"\\r?\\n\\r?\\n)[^\\r\\n]+");

  private SecretNames() {}

  static boolean isHeader(String name) {
    return HEADERS.contains(name.toLowerCase(Locale.ROOT)) || HEADER.matcher(name).matches();
  }

  static String maskForm(String text) {
    return IN_FORM.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(Secrets.MASK));
  }

  static String maskMultipart(String text) {
    return IN_MULTIPART.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(Secrets.MASK));
  }

  /** Texts and numbers; also a text that has no end, because its document was cut. */
  static String maskJson(String text) {
    Matcher name = IN_JSON.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (name.find(from)) {
      int end = valueEnd(text, name.end());
      out.append(text, from, name.end());
      if (end > name.end()) {
        out.append('"').append(Secrets.MASK).append('"');
      }
      from = end;
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Where the value ends; where it begins when it is no secret: an object, an array, null. */
  private static int valueEnd(String text, int start) {
    if (start == text.length() || "{[ntf".indexOf(text.charAt(start)) >= 0) {
      return start;
    }
    int at = start;
    if (text.charAt(start) != '"') {
      while (at < text.length() && ",}] \r\n\t".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return at;
    }
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + 1);
  }
}
