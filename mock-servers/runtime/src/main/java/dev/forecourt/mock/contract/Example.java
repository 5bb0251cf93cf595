package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.MockResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One named example of the contract.
 *
 * @param status the response it belongs to
 * @param name its name in the contract
 * @param mediaType what it is written in
 * @param text its text, as compiled into the stub
 * @param headers the headers of its response with their example values: name, value, name, value
 */
public record Example(
    int status, String name, String mediaType, String text, List<String> headers) {

  /** The example as an answer. */
  public MockResponse response() {
    MockResponse response =
        text.isEmpty()
            ? MockResponse.empty(status)
            : MockResponse.of(status, mediaType, text.getBytes(StandardCharsets.UTF_8));
    return headers.isEmpty() ? response : response.with(headers.toArray(String[]::new));
  }
}
