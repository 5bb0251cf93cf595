package dev.forecourt.verifier.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A request that only reads, made from what a contract says.
 *
 * @param name what a report calls it, such as {@code listReviews: required parameters only}
 * @param operationId operation that it calls
 * @param path path with the examples of the contract, not encoded
 * @param query parameters in order, not encoded: name, value
 * @param headers header parameters with their examples
 * @param credentials names of the headers that the operation's credentials go to
 * @param keyInQuery whether the credentials go to the query
 */
record ReadingRequest(
    String name,
    String operationId,
    String path,
    List<Map.Entry<String, String>> query,
    Map<String, String> headers,
    Set<String> credentials,
    boolean keyInQuery) {

  /** Path and query as they are sent, with these values in place of the contract's own. */
  String target(UnaryOperator<String> values, Map<String, String> keys) {
    String encoded =
        Arrays.stream(path.split("/", -1))
            .map(values)
            .map(ReadingRequest::encode)
            .collect(Collectors.joining("/"));
    List<String> parameters =
        query.stream()
            .map(each -> encode(each.getKey()) + "=" + encode(values.apply(each.getValue())))
            .collect(Collectors.toList());
    if (keyInQuery) {
      keys.forEach((name, value) -> parameters.add(encode(name) + "=" + encode(value)));
    }
    return parameters.isEmpty() ? encoded : encoded + "?" + String.join("&", parameters);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
