package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.contract.ErrorShape;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** {@code {"error": {"code": 401, "message": "..."}}}, as in the vendor's page on errors. */
final class FidcarErrors implements ErrorShape {

  /** The one message FIDCAR documents. */
  static final String UNKNOWN_TOKEN = "Unknown Authorization token";

  @Override
  public MockResponse error(@Nullable String operationId, int status, String message) {
    byte[] body =
        JsonWriter.object(
            out ->
                out.object(
                    "error", error -> error.field("code", status).field("message", message)));
    return MockResponse.json(status, body);
  }
}
