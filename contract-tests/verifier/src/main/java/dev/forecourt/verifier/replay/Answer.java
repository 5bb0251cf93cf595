package dev.forecourt.verifier.replay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a host answered.
 *
 * @param status status of the answer
 * @param headers headers, names in lower case
 * @param body bytes of the body
 */
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

  /** Media type and parameters; empty if the answer has none. */
  public String contentType() {
    return headers.getOrDefault("content-type", List.of("")).get(0);
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
