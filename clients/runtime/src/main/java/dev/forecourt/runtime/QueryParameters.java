package dev.forecourt.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Query parameters of one operation. Implemented by generated code. */
public interface QueryParameters {
  /** Values by their name on the wire, in the order of the contract; null is not sent. */
  Map<String, @Nullable Object> queryParameters();
}
