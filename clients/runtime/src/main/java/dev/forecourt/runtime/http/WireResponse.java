package dev.forecourt.runtime.http;

import java.util.List;
import java.util.Map;

/**
 * A complete answer, content coding removed.
 *
 * @param status between 200 and 999
 * @param headers unmodifiable; looked up in any case, named as the server wrote them. Where a
 *     coding was removed, Content-Encoding and Content-Length are missing
 * @param body empty when there was none; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // one body, many megabytes: nobody compares answers
public record WireResponse(int status, Map<String, List<String>> headers, byte[] body) {

  /** Status and size; no header or body, which may hold secrets. */
  @Override
  public String toString() {
    return status + " with " + body.length + " bytes";
  }
}
