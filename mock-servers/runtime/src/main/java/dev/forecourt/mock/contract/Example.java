package dev.forecourt.mock.contract;

import dev.forecourt.mock.MockResponse;
import java.nio.charset.StandardCharsets;

/**
 * One named example of the contract.
 *
 * @param status the response it belongs to
 * @param name its name in the contract
 * @param mediaType what it is written in
 * @param text its text, as compiled into the stub
 */
public record Example(int status, String name, String mediaType, String text) {

  /** The example as an answer. */
  public MockResponse response() {
    return text.isEmpty()
        ? MockResponse.empty(status)
        : MockResponse.of(status, mediaType, text.getBytes(StandardCharsets.UTF_8));
  }
}
