package dev.forecourt.runtime.encode;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks names and values of headers before they are sent. */
public final class HeaderText {
  /** HTTP itself depends on these: the transport sets them, and drops them from others. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private HeaderText() {}

  /**
   * The name, if a caller can set a header of it. Throws {@code IllegalArgumentException} for what
   * is no name, and for what belongs to the connection, such as {@code Host}.
   */
  public static String checkedName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "No header can be called '" + name + "'. Expected letters, digits and -.");
    }
    if (OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "Header " + name + " is set by the HTTP client alone. Leave it out.");
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
