package dev.forecourt.mock.journal;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import java.util.Arrays;

/**
 * Headers and bodies of a request and its answer: the arrays that they came in, of which nothing is
 * decoded or copied here but the beginning of a long body.
 */
final class Exchange {

  /** Bytes that are kept of a body. */
  static final int BODY_BYTES = 16 * 1024;

  // of this object and its arrays
  private static final int FIXED_BYTES = 96;
  // of a text in Latin letters beside its letters
  private static final int TEXT_BYTES = 40;
  private static final int REFERENCE_BYTES = 4;

  private final CharSequence[] requestHeaders;
  private final byte[] requestBody;
  private final MockResponse response;
  private final long weight;

  Exchange(MockRequest request, MockResponse response) {
    requestHeaders = request.headerLines();
    requestBody = cut(request.body());
    this.response = response.body().length > BODY_BYTES ? response.cutAfter(BODY_BYTES) : response;
    weight = weigh();
  }

  private static byte[] cut(byte[] body) {
    return body.length > BODY_BYTES ? Arrays.copyOf(body, BODY_BYTES) : body;
  }

  private long weigh() {
    long bytes = FIXED_BYTES + (long) requestBody.length + response.body().length;
    for (CharSequence each : requestHeaders) {
      bytes += REFERENCE_BYTES + (each == null ? 0 : TEXT_BYTES + each.length());
    }
    return bytes;
  }

  /** About how many bytes of memory it takes. */
  long weight() {
    return weight;
  }

  /** Names and values in turns, up to the first that is null. */
  CharSequence[] requestHeaders() {
    return requestHeaders;
  }

  byte[] requestBody() {
    return requestBody;
  }

  MockResponse response() {
    return response;
  }
}
