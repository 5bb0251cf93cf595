package dev.forecourt.runtime.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Query and header parameters of one operation. Implemented by generated code. */
public interface QueryParameters {
  /**
   * Values by their name on the wire, in the order of the contract; null is not sent. A list
   * repeats its name, a model is written in brackets, its members in the order in which they were
   * set: {@code order[field]=created}.
   */
  Map<String, @Nullable Object> queryParameters();

  /** Headers by name; null is not sent. */
  default Map<String, @Nullable Object> headerParameters() {
    return Map.of();
  }

  /** Cookies by name; null is not sent. */
  default Map<String, @Nullable Object> cookieParameters() {
    return Map.of();
  }
}
