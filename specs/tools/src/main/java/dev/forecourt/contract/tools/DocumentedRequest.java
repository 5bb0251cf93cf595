package dev.forecourt.contract.tools;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as a contract or the vendor's own text shows it, without credentials.
 *
 * @param operationId what it calls
 * @param variant which of its requests this is, such as the name of an example
 * @param method verb
 * @param path with its parameters filled in
 * @param query parameters in order, not yet encoded: name, value
 * @param headers header parameters
 * @param mediaType of the body; null when there is none
 * @param body as it is sent; empty when there is none
 * @param credentials names of the headers and parameters that may open it; empty when it is open
 * @param status the first success status that is documented
 * @param lacks the required part that was taken out; null when it is complete
 */
public record DocumentedRequest(
    String operationId,
    String variant,
    String method,
    String path,
    List<Map.Entry<String, String>> query,
    Map<String, String> headers,
    @Nullable String mediaType,
    String body,
    Set<String> credentials,
    int status,
    @Nullable String lacks) {

  /** Path and query, percent-encoded. */
  public String target() {
    return query.isEmpty() ? path : path + "?" + urlEncoded(query);
  }

  /** The same call with another body. */
  DocumentedRequest withBody(
      String name, @Nullable String otherMediaType, String other, @Nullable String missing) {
    return new DocumentedRequest(
        operationId,
        name,
        method,
        path,
        query,
        headers,
        otherMediaType,
        other,
        credentials,
        status,
        missing);
  }

  /** The same call with another query. */
  DocumentedRequest withQuery(
      String name, List<Map.Entry<String, String>> other, @Nullable String missing) {
    return new DocumentedRequest(
        operationId,
        name,
        method,
        path,
        other,
        headers,
        mediaType,
        body,
        credentials,
        status,
        missing);
  }

  /** Names and values as a query or a form has them, percent-encoded. */
  public static String urlEncoded(List<Map.Entry<String, String>> fields) {
    return fields.stream()
        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** A text with everything escaped that means something in a URL; a space is a plus. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    String what = lacks == null ? variant : variant + " without " + lacks;
    return "%s (%s): %s %s".formatted(operationId, what, method, path);
  }
}
