package dev.forecourt.mock.claire;

import dev.forecourt.mock.contract.ErrorShape;
import dev.forecourt.mock.http.MockResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The reason as plain text. The vendor documents statuses and no body; the text is ours, for the
 * person who reads it.
 */
final class ClaireErrors implements ErrorShape {

  @Override
  public MockResponse error(@Nullable String operationId, int status, String message) {
    return MockResponse.of(
        status, "text/plain; charset=utf-8", message.getBytes(StandardCharsets.UTF_8));
  }
}
