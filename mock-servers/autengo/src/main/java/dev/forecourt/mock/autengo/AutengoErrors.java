package dev.forecourt.mock.autengo;

import dev.forecourt.mock.contract.ErrorShape;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"status": "error", "statusText": "..."}}: the members that answers on contacts have. The
 * vendor shows no failure.
 */
final class AutengoErrors implements ErrorShape {

  @Override
  public MockResponse error(@Nullable String operationId, int status, String message) {
    return MockResponse.json(
        status,
        JsonWriter.object(out -> out.field("status", "error").field("statusText", message)));
  }
}
