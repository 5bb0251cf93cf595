package dev.forecourt.mock.console;

import dev.forecourt.mock.http.MockRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that the console hands on to the stub of a vendor; who may make it has been checked. */
record Forwarded(
    String method, String path, @Nullable String query, Map<String, String> sent, byte[] body)
    implements MockRequest {

  private static final byte[] NO_BODY = {};

  static Forwarded get(String path) {
    return new Forwarded("GET", path, null, Map.of(), NO_BODY);
  }

  /** The same verb, query, session and body, for a path of the stub. */
  static Forwarded of(MockRequest request, String path) {
    String session = request.header(SESSION);
    return new Forwarded(
        request.method(),
        path,
        request.query(),
        session == null ? Map.of() : Map.of(SESSION, session),
        request.body());
  }

  @Override
  public List<String> headers(String name) {
    return sent.entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }
}
