package dev.forecourt.contracttests.kit;

import feign.Client;
import feign.Request;
import java.io.IOException;
import java.util.Collection;
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
  public static UnaryOperator<Client> named(String... names) {
    Set<String> left = Set.of(names);
    return next -> (request, options) -> next.execute(without(left, request), options);
  }

  private static Request without(Set<String> names, Request request) throws IOException {
    Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    names.forEach(headers::remove);
    return Request.create(
        request.httpMethod(),
        request.url(),
        headers,
        request.body(),
        request.charset(),
        request.requestTemplate());
  }
}
