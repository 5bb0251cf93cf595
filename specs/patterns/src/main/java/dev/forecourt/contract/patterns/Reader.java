package dev.forecourt.contract.patterns;

/** A pattern, read from left to right by code points. */
final class Reader {

  private final String pattern;
  private int at;

  Reader(String pattern) {
    this.pattern = pattern;
  }

  boolean atEnd() {
    return at >= pattern.length();
  }

  /** True if the rest starts with this text. */
  boolean sees(String text) {
    return pattern.startsWith(text, at);
  }

  /** True if the next sign is one of these. */
  boolean seesOneOf(String signs) {
    return !atEnd() && signs.indexOf(peek()) >= 0;
  }

  /** Goes past a text if it comes next. */
  boolean takes(String text) {
    boolean seen = sees(text);
    at += seen ? text.length() : 0;
    return seen;
  }

  int peek() {
    return pattern.codePointAt(at);
  }

  int next() {
    if (atEnd()) {
      throw unreadable("it ends too early");
    }
    int sign = peek();
    at += Character.charCount(sign);
    return sign;
  }

  /** The digits that come next; empty for none. */
  String digits() {
    int start = at;
    while (seesOneOf("0123456789")) {
      at++;
    }
    return pattern.substring(start, at);
  }

  /** The text up to a sign, which is gone past. */
  String upTo(char sign) {
    int end = pattern.indexOf(sign, at);
    if (end < 0) {
      throw unreadable("'" + sign + "' is missing");
    }
    String text = pattern.substring(at, end);
    at = end + 1;
    return text;
  }

  /** A number of so many hexadecimal digits. */
  int hex(int count) {
    int end = Math.min(at + count, pattern.length());
    String digits = pattern.substring(at, end);
    at = end;
    return hex(digits, count, count);
  }

  /** A number in hexadecimal digits. */
  int hex(String digits, int least, int most) {
    if (digits.length() < least
        || digits.length() > most
        || !digits.chars().allMatch(each -> Character.digit(each, 16) >= 0 && each < 128)) {
      throw unreadable("'" + digits + "' is no number in hexadecimal digits");
    }
    return Integer.parseInt(digits, 16);
  }

  UnreadablePattern unreadable(String reason) {
    return new UnreadablePattern(pattern, reason);
  }
}
