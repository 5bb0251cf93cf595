package dev.forecourt.mock.engine;

import dev.forecourt.mock.http.MockRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request whose path names its session, for those who can set no header: {@code
 * /__mock-session/NAME/api/local} is {@code /api/local} in the session of that name.
 */
record SessionRequest(MockRequest request, String session, String path) implements MockRequest {

  private static final String PREFIX = "/__mock-session/";

  /** The request itself when its path names no session. */
  static MockRequest of(MockRequest request) {
    String path = request.path();
    if (!path.startsWith(PREFIX)) {
      return request;
    }
    int end = path.indexOf('/', PREFIX.length());
    return end < 0
        ? new SessionRequest(request, path.substring(PREFIX.length()), "/")
        : new SessionRequest(request, path.substring(PREFIX.length(), end), path.substring(end));
  }

  @Override
  public String scheme() {
    return request.scheme();
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public @Nullable String query() {
    return request.query();
  }

  @Override
  public List<String> headers(String name) {
    return name.equalsIgnoreCase(SESSION) ? List.of(session) : request.headers(name);
  }

  @Override
  public @Nullable CharSequence[] headerLines() {
    return request.headerLines();
  }

  @Override
  public byte[] body() {
    return request.body();
  }
}
