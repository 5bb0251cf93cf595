package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.MockResponse;
import org.jspecify.annotations.Nullable;

/** Writes an error the way one vendor writes it. */
@FunctionalInterface
public interface ErrorShape {

  /**
   * The vendor's answer for a status and a message in plain words.
   *
   * @param operationId the operation that refused; null when none was reached
   */
  MockResponse error(@Nullable String operationId, int status, String message);
}
