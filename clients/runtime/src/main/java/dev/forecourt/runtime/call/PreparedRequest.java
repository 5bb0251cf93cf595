package dev.forecourt.runtime.call;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Feign makes of the arguments of an operation: all of a request but its host and its
 * credentials. Used by generated code. Immutable.
 *
 * @param target path and query, encoded
 * @param headers by name
 * @param body what is sent; null for none. Not copied
 */
public record PreparedRequest(
    String target, Map<String, List<String>> headers, byte @Nullable [] body) {

  /** Length of the body. */
  @Override
  public String toString() {
    return "PreparedRequest{" + (body == null ? 0 : body.length) + " bytes}";
  }
}
