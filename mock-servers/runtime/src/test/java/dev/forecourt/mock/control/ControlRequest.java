package dev.forecourt.mock.control;

import dev.forecourt.mock.http.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a control with a JSON body or a query. */
record ControlRequest(String method, String path, @Nullable String query, String json)
    implements MockRequest {

  static ControlRequest json(String json) {
    return new ControlRequest("POST", "/__mock/x", null, json);
  }

  static ControlRequest query(String query) {
    return new ControlRequest("GET", "/__mock/x", query, "");
  }

  @Override
  public List<String> headers(String name) {
    return List.of();
  }

  @Override
  public byte[] body() {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
