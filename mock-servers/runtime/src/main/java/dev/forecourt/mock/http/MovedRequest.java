package dev.forecourt.mock.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is taken for one of another path, such as one below a prefix.
 *
 * @param request as it came
 * @param path the path it is taken for
 */
public record MovedRequest(MockRequest request, String path) implements MockRequest {

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
    return request.headers(name);
  }

  @Override
  public @Nullable String header(String name) {
    return request.header(name);
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
