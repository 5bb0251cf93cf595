package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.check.Message.Gap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One exchange as it went over the wire, while it goes. Shows nothing of its headers and bodies.
 *
 * @param method HTTP method
 * @param url absolute, or path and query
 * @param requestHeaders by name in any case
 * @param requestBody its bytes, or their beginning; empty for none
 * @param status status of the answer
 * @param headers headers of the answer
 * @param body bytes of the answer, or their beginning
 * @param cutOff whether a body is only known in part, and so is not checked
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares exchanges
public record WireExchange(
    String method,
    String url,
    Map<String, List<String>> requestHeaders,
    byte[] requestBody,
    int status,
    Map<String, List<String>> headers,
    byte[] body,
    Set<CutOff> cutOff) {

  /** What is only known in part. */
  public enum CutOff {
    REQUEST,
    ANSWER
  }

  /** Scheme, host and port; empty if the address has none. */
  String base() {
    return url.matches("(?i)https?://.*") ? url.replaceFirst("^([a-zA-Z]+://[^/?#]*).*", "$1") : "";
  }

  Recorded recorded(String source, String place) {
    Target target = Target.of(url);
    List<String> unreadable = new ArrayList<>();
    Message sent =
        message(
            place + ".request",
            requestHeaders,
            target.query(),
            requestBody,
            cutOff.contains(CutOff.REQUEST),
            "request",
            unreadable);
    Message got =
        message(
            place + ".response",
            headers,
            Map.of(),
            body,
            cutOff.contains(CutOff.ANSWER),
            "response",
            unreadable);
    Exchange exchange =
        new Exchange(
            place,
            place,
            "",
            Exchange.Kind.CALL,
            method.toUpperCase(Locale.ROOT),
            target.path(),
            status,
            sent,
            got);
    return new Recorded(source, target.host(), exchange, true, unreadable);
  }

  private static Message message(
      String place,
      Map<String, List<String>> headers,
      Map<String, List<String>> query,
      byte[] bytes,
      boolean cutOff,
      String side,
      List<String> unreadable) {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> {
          // the client of the JDK and HTTP/2 have names that are no headers
          if (name != null && !name.startsWith(":")) {
            byName.put(name, values);
          }
        });
    String contentType = String.join(",", byName.getOrDefault("Content-Type", List.of()));
    String type = HarEntry.type(contentType);
    String encoding = String.join(",", byName.getOrDefault("Content-Encoding", List.of()));
    Body body = cutOff ? Body.leftOut() : read(bytes, contentType, type, encoding);
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    if (body.state() != Body.State.WHOLE) {
      gaps.add(Gap.BODY);
      unreadable.add(side + " " + body.state());
    }
    return new Message(
        place, byName, query, body.content(), place + ".body", type, List.of(), gaps, Set.of());
  }

  private static Body read(byte[] bytes, String contentType, String type, String encoding) {
    if (bytes.length == 0) {
      return Body.none();
    }
    if (Body.isBinary(type) || bytes.length > Body.LIMIT) {
      return Body.leftOut();
    }
    try {
      return Body.of(bytes, contentType, encoding);
    } catch (IOException unreadable) {
      return Body.leftOut();
    }
  }

  /** Method, path and status. */
  @Override
  public String toString() {
    return method + " " + url.replaceFirst("[?#].*", "") + " " + status;
  }
}
