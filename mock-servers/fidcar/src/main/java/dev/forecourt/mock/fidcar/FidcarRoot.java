package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.engine.ExtraRoute;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/}: FIDCAR's section on authentication calls it and does not say what it answers.
 * Here it lists the operations.
 */
final class FidcarRoot implements ExtraRoute {

  private final FidcarAccess access;

  FidcarRoot(FidcarAccess access) {
    this.access = access;
  }

  @Override
  public @Nullable MockResponse answer(MockRequest request) {
    boolean root = request.path().equals("/api/") || request.path().equals("/api");
    if (!root || !(request.method().equals("GET") || request.method().equals("HEAD"))) {
      return null;
    }
    // every operation asks for the same key
    access.check(FidcarOperations.LIST_DEALERSHIPS, request);
    return MockResponse.json(
        200,
        JsonWriter.object(
            out -> out.array("operations", FidcarOperations.ALL, each -> write(each, out))));
  }

  private static void write(Operation operation, JsonWriter out) {
    out.startObject();
    out.field("id", operation.id())
        .field("method", operation.method())
        .field("path", operation.path());
    out.endObject();
  }
}
