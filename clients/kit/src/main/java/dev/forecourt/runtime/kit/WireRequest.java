package dev.forecourt.runtime.kit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A request as it came over the wire.
 *
 * @param head request line and headers, without the empty line
 * @param body body as text of UTF-8
 */
public record WireRequest(String head, String body) {

  static WireRequest of(byte[] head, byte[] body) {
    return new WireRequest(
        new String(head, StandardCharsets.ISO_8859_1), new String(body, StandardCharsets.UTF_8));
  }

  /** {@code GET /api/local?page=1}: the request line without the protocol. */
  public String line() {
    String line = head.lines().findFirst().orElseThrow();
    return line.substring(0, line.lastIndexOf(' '));
  }

  /** All values of a header. */
  public List<String> headers(String name) {
    return Arrays.stream(head.split("\r\n"))
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  /** The only value of a header. */
  public String header(String name) {
    List<String> values = headers(name);
    if (values.size() != 1) {
      throw new AssertionError(
          "Expected one " + name + " header, found " + values + " in\n" + head);
    }
    return values.get(0);
  }
}
