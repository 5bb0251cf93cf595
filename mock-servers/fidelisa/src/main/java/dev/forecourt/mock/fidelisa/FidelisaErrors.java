package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.contract.ErrorShape;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** {@code {"error": "..."}}, which the vendor shows for gifts; taken for every refusal. */
final class FidelisaErrors implements ErrorShape {

  @Override
  public MockResponse error(@Nullable String operationId, int status, String message) {
    return MockResponse.json(status, JsonWriter.object(out -> out.field("error", message)));
  }
}
