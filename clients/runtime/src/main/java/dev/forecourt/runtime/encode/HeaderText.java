package dev.forecourt.runtime.encode;

import java.util.regex.Pattern;

/** Checks names and values of headers before they are sent. */
public final class HeaderText {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private HeaderText() {}

  /** The name, if a header can have it. Throws {@code IllegalArgumentException}. */
  public static String checkedName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "No header can be called '" + name + "'. Expected letters, digits and -.");
    }
    return name;
  }

  /** The value, if a header can have it. Throws {@code IllegalArgumentException} without it. */
  public static String checkedValue(String name, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7E) {
        throw new IllegalArgumentException(
            "Header " + name + " holds a character that cannot be sent. Expected visible ASCII.");
      }
    }
    return text;
  }
}
