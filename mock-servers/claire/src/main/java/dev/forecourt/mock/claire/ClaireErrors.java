package dev.forecourt.mock.claire;

import dev.forecourt.mock.ErrorShape;
import dev.forecourt.mock.MockResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reason as plain text, with the headers that every answer of Claire has. The vendor documents
 * statuses and no body; the text is ours, for the person who reads it.
 */
final class ClaireErrors implements ErrorShape {

  @Override
  public MockResponse error(@Nullable String operationId, int status, String message) {
    List<String> headers = ClaireOperations.LIST_LOCATIONS.examples().get(0).headers();
    return MockResponse.of(
            status, "text/plain; charset=utf-8", message.getBytes(StandardCharsets.UTF_8))
        .with(headers.toArray(String[]::new));
  }
}
