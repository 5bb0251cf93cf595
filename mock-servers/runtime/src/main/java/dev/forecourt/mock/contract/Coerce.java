package dev.forecourt.mock.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads text as the type a schema asks for.
 *
 * <p>Text that cannot be read is returned as it is: the check that follows then names the type that
 * was expected.
 */
public final class Coerce {

  // one to three digits of exponent: 1e999999999 is a valid number that takes minutes to calculate
  // with
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,50}(\\.\\d{1,50})?([eE][+-]?\\d{1,3})?");
  private static final int LONG_DIGITS = 18;

  private Coerce() {}

  /** A {@link Long}, or a {@link BigInteger} when it does not fit. */
  public static @Nullable Object integer(@Nullable Object value) {
    if (!(value instanceof String text) || !isWhole(text)) {
      return value;
    }
    if (text.length() <= LONG_DIGITS) {
      return Long.valueOf(text);
    }
    if (text.length() > 50) {
      return value;
    }
    BigInteger big = new BigInteger(text);
    return big.bitLength() < Long.SIZE ? (Object) big.longValue() : big;
  }

  private static boolean isWhole(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    if (start == text.length()) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** A {@link BigDecimal}. */
  public static @Nullable Object number(@Nullable Object value) {
    return value instanceof String text && NUMBER.matcher(text).matches()
        ? new BigDecimal(text)
        : value;
  }

  /** A {@link Boolean}, written {@code true}, {@code false}, {@code 1} or {@code 0}. */
  public static @Nullable Object bool(@Nullable Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    return switch (text) {
      case "1", "true" -> (Object) Boolean.TRUE;
      case "0", "false" -> Boolean.FALSE;
      default -> value;
    };
  }

  /** The text itself. */
  public static @Nullable Object text(@Nullable Object value) {
    return value;
  }

  /** Every item read the same way; null when there is none, which means absent. */
  public static @Nullable Object list(List<String> values, UnaryOperator<@Nullable Object> each) {
    if (values.isEmpty()) {
      return null;
    }
    List<@Nullable Object> read = new ArrayList<>(values.size());
    for (String value : values) {
      read.add(each.apply(value));
    }
    return read;
  }
}
