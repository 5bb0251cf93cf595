package dev.forecourt.runtime.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, complete with credentials.
 *
 * @param method in capitals, such as GET
 * @param uri absolute, http or https; a fragment is not sent
 * @param headers in their order, with names as the caller wrote them. The transport adds Host,
 *     Content-Length and Accept-Encoding where they are missing
 * @param body null for none; not copied
 * @param timeout longest time for the whole exchange, from the look-up of the host to the last byte
 *     of the answer
 */
@SuppressWarnings("ArrayRecordComponent") // one body, many megabytes: nobody compares requests
public record WireRequest(
    String method,
    URI uri,
    Map<String, List<String>> headers,
    byte @Nullable [] body,
    Duration timeout) {

  /** Method, host and path; no query, header or body, which may hold secrets. */
  @Override
  public String toString() {
    String path = uri.getRawPath();
    return method + " " + uri.getScheme() + "://" + Target.of(uri).authority() + path;
  }
}
