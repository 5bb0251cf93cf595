package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.json.WireText;
import org.jspecify.annotations.Nullable;

/** Encodes a value that becomes one path segment. Used by generated code. */
public final class PathValue {

  private PathValue() {}

  /** The encoded text. Throws {@code IllegalArgumentException} if it would ask another path. */
  public static String of(Object value) {
    String text = WireText.of(value);
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      // dots need no encoding, so servers and proxies would resolve them to another path
      throw new IllegalArgumentException(
          "A path value must not be empty, '.' or '..': '" + text + "'. Pass the id.");
    }
    return Rfc3986.encode(text);
  }

  /** The same for a value that has a style. */
  public static String of(String name, @Nullable Styled value) {
    if (value == null) {
      throw new IllegalArgumentException("Path value " + name + " must not be null. Pass it.");
    }
    String text = value.path(name);
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException(
          "Path value " + name + " must not be empty, '.' or '..': '" + text + "'. Pass the id.");
    }
    return text;
  }
}
