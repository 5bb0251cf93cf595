package dev.forecourt.mock.trials;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.random.RandomRequest;
import dev.forecourt.mock.http.MockRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A made-up request as a transport would hand it to a stub.
 *
 * @param credentials more headers
 */
public record TrialRequest(RandomRequest request, Map<String, String> credentials)
    implements MockRequest {

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String path() {
    return request.path();
  }

  @Override
  public @Nullable String query() {
    return request.query().isEmpty() ? null : DocumentedRequest.urlEncoded(request.query());
  }

  @Override
  public List<String> headers(String name) {
    return Stream.concat(request.headers().stream(), credentials.entrySet().stream())
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public byte[] body() {
    return request.body();
  }
}
