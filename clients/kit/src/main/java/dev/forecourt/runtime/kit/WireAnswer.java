package dev.forecourt.runtime.kit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One scripted answer.
 *
 * @param headLines status line and headers
 * @param body body
 * @param fault what goes wrong while answering
 */
public record WireAnswer(List<String> headLines, byte[] body, Fault fault) {

  /** What goes wrong while answering. */
  public enum Fault {
    NONE,
    /** The connection is closed before a single byte. */
    DROP,
    /** Nothing is ever answered. */
    SILENCE,
    /** The head is sent, then half of the body, then nothing. */
    STALL_IN_BODY
  }

  /** How long a fault keeps the connection open: longer than any test waits. */
  static final Duration LONG = Duration.ofSeconds(20);

  public static WireAnswer json(int status, String json) {
    return of(status, "application/json", json);
  }

  public static WireAnswer of(int status, String contentType, String text) {
    List<String> head = new ArrayList<>();
    head.add("HTTP/1.1 " + status + " x");
    if (!contentType.isEmpty()) {
      head.add("Content-Type: " + contentType);
    }
    return new WireAnswer(head, text.getBytes(StandardCharsets.UTF_8), Fault.NONE);
  }

  public WireAnswer header(String name, String value) {
    List<String> head = new ArrayList<>(headLines);
    head.add(name + ": " + value);
    return new WireAnswer(head, body, fault);
  }

  public WireAnswer fault(Fault fault) {
    return new WireAnswer(headLines, body, fault);
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String head =
        String.join("\r\n", headLines) + "\r\nContent-Length: " + body.length + "\r\n\r\n";
    bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }
}
