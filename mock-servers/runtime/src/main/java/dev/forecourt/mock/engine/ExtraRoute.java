package dev.forecourt.mock.engine;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import org.jspecify.annotations.Nullable;

/** Answers requests that a vendor's text shows but does not describe as an operation. */
@FunctionalInterface
public interface ExtraRoute {

  /** The answer, or null to let the contract decide. */
  @Nullable MockResponse answer(MockRequest request);
}
