package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.json.WireText;
import feign.Param;

/** Encodes a value that becomes one path segment. Named by generated code. */
public final class PathValue implements Param.Expander {

  /** For Feign, which makes one per method. */
  public PathValue() {}

  @Override
  public String expand(Object value) {
    String text = WireText.of(value);
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      // dots need no encoding, so servers and proxies would resolve them to another path
      throw new IllegalArgumentException(
          "A path value must not be empty, '.' or '..': '" + text + "'. Pass the id.");
    }
    return Rfc3986.encode(text);
  }
}
