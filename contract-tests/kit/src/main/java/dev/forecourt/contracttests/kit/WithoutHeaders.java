package dev.forecourt.contracttests.kit;

import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.WireRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Takes headers off every request: no client can be built without credentials, and yet the vendor's
 * answer to a request without them has to be understood.
 */
public final class WithoutHeaders {
  private WithoutHeaders() {}

  /** For {@code aroundTransport} of a client's builder. */
  public static UnaryOperator<Transport> named(String... names) {
    Set<String> left = Set.of(names);
    return next -> request -> next.send(without(left, request));
  }

  private static WireRequest without(Set<String> names, WireRequest request) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    names.forEach(headers::remove);
    return new WireRequest(
        request.method(), request.uri(), headers, request.body(), request.timeout());
  }
}
