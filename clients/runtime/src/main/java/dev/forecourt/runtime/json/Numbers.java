package dev.forecourt.runtime.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers at a cost that no text can drive up.
 *
 * <p>BigDecimal takes seconds for a megabyte of digits, and what it makes of {@code 1e999999999}
 * stops the first program that asks for its digits.
 */
final class Numbers {
  /** Longest spelling that becomes a number. */
  static final int MOST_DIGITS = 1_000;

  private static final int MOST_SCALE = 1_000;
  private static final int LONG_DIGITS = 18;

  private Numbers() {}

  /** The number with its scale; null if the text is none, or beyond the limits. */
  static @Nullable BigDecimal decimal(String text) {
    if (text.length() > MOST_DIGITS) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text.strip());
      return Math.abs((long) number.scale()) > MOST_SCALE ? null : number;
    } catch (ArithmeticException | NumberFormatException notANumber) {
      return null;
    }
  }

  /** The whole number that a text means; null if it means none, or one beyond 64 bits. */
  static @Nullable Long whole(String text) {
    BigDecimal number = decimal(text);
    if (number == null || number.precision() - number.scale() > LONG_DIGITS + 1) {
      return null;
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException notWhole) {
      return null;
    }
  }

  /** Whether BigDecimal would write this JSON number as it is spelled. */
  static boolean isPlain(String spelling) {
    if (spelling.length() > MOST_DIGITS
        || spelling.indexOf('e') >= 0
        || spelling.indexOf('E') >= 0) {
      return false;
    }
    int start = spelling.charAt(0) == '-' ? 1 : 0;
    if (spelling.charAt(start) != '0') {
      return true;
    }
    // it writes 0.0000001 as 1E-7, and knows no -0
    return !spelling.startsWith("0.000000", start) && (start == 0 || !isZero(spelling));
  }

  private static boolean isZero(String spelling) {
    for (int i = 0; i < spelling.length(); i++) {
      if (spelling.charAt(i) > '0') {
        return false;
      }
    }
    return true;
  }

  /** Whether this is a number as JSON spells it. */
  static boolean isJson(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    int whole = digits(text, at);
    if (whole == at || text.charAt(at) == '0' && whole > at + 1) {
      return false;
    }
    at = whole;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = digits(text, at + 1);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      int sign = at + 1;
      if (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
        sign++;
      }
      int exponent = digits(text, sign);
      return exponent > sign && exponent == text.length();
    }
    return at == text.length();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
