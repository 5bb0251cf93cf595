package dev.forecourt.runtime.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/** Makes an HTTP proxy connect us to the target, by CONNECT. */
final class Tunnel {
  private static final int BUFFER = 2 << 10;
  private static final int LONGEST_REASON = 200;

  private final ProxyLogins logins;

  Tunnel(ProxyLogins logins) {
    this.logins = logins;
  }

  /**
   * Asks the proxy; true when the socket speaks to the target from now on, false when the proxy
   * wants a login, which is known now, on a new connection.
   */
  boolean through(Route route, ChannelSocket socket) throws IOException {
    Target target = route.target();
    String said = logins.header(route, "CONNECT", target.authority());
    socket.getOutputStream().write(request(target, said).getBytes(StandardCharsets.ISO_8859_1));
    ResponseHead head = answer(route, socket);
    if (head.status() == 407) {
      logins.learn(route, head, said);
      return false;
    }
    if (head.status() >= 300) {
      throw Failures.proxy(target, route, refusal(target, head), null);
    }
    return true;
  }

  private static String request(Target target, @Nullable String said) {
    return "CONNECT "
        + target.authority()
        + " HTTP/1.1\r\nHost: "
        + target.authority()
        + "\r\n"
        + (said == null ? "" : "Proxy-Authorization: " + said + "\r\n")
        + "\r\n";
  }

  private static ResponseHead answer(Route route, ChannelSocket socket) throws IOException {
    SessionInputBufferImpl buffer = new SessionInputBufferImpl(BUFFER, ResponseHead.LONGEST_LINE);
    NotingInput in = new NotingInput(socket.getInputStream());
    ResponseHead head;
    try {
      head = ResponseHead.read(new CharArrayBuffer(128), buffer, in);
    } catch (HttpException e) {
      throw Failures.proxy(
          route.target(),
          route,
          "does not answer as an HTTP proxy does. Check its host, port and kind.",
          null);
    } catch (IOException e) {
      throw Failures.proxy(
          route.target(), route, "broke off (" + Failures.words(e) + "). Try again later.", e);
    }
    if (head == null) {
      throw Failures.proxy(
          route.target(),
          route,
          "closed the connection instead of an answer. Check its host, port and kind.",
          null);
    }
    return head;
  }

  private static String refusal(Target target, ResponseHead head) {
    String reason = head.reason().replaceAll("[^\\x20-\\x7e]", "?");
    String squid = head.first("X-Squid-Error");
    return "makes no connection to "
        + target.authority()
        + ": "
        + head.status()
        + (reason.isBlank()
            ? ""
            : " " + reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
        + (squid == null ? "" : " (" + squid + ")")
        + ". Check the base URL, and what the proxy allows.";
  }
}
