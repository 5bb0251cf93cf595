package dev.forecourt.mock.fidcar;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How filters compare text. */
final class Text {

  private static final Pattern PHONE = Pattern.compile("[+0-9 .]+");

  private Text() {}

  /** Lower case, and for phone numbers without spaces and dots. */
  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return PHONE.matcher(lower).matches() ? lower.replace(" ", "").replace(".", "") : lower;
  }

  /** True when both are the same, whatever the case. */
  static boolean same(@Nullable String text, String wanted) {
    return wanted.equalsIgnoreCase(text);
  }

  /** The same of phone numbers, in which spaces and dots do not count. */
  static boolean samePhone(@Nullable String number, String wanted) {
    return number != null && fold(number).equals(fold(wanted));
  }
}
