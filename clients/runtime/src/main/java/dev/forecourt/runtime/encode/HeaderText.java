package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.json.WireText;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
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

  /** The text of a value, if a header can have it; a list joins its elements by commas. */
  public static String value(String name, Object value) {
    String text =
        value instanceof Styled styled
            ? styled.plain(UnaryOperator.identity())
            : value instanceof Iterable<?> several ? joined(several) : WireText.of(value);
    return checkedValue(name, text);
  }

  private static String joined(Iterable<?> several) {
    StringJoiner text = new StringJoiner(",");
    several.forEach(each -> text.add(WireText.of(each)));
    return text.toString();
  }

  /** A cookie, encoded where cookies cannot hold it. */
  public static String cookie(String name, Object value) {
    if (value instanceof Styled styled) {
      return name + "=" + styled.plain(Rfc3986::encode);
    }
    return name + "=" + Rfc3986.encode(WireText.of(value));
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
